import type { OutlineModule, OutlineTopic } from "@/lib/model/course"
import { shortTitleOf } from "@/lib/model/post"

/** The topics of a module in the order taught, each with its passage and papers. */
export function ModuleTopics({ module }: { module: OutlineModule }) {
  return (
    <ol className="entries">
      {module.topics.map((topic) => (
        <Topic key={topic.slug} topic={topic} />
      ))}
    </ol>
  )
}

function Topic({ topic: { slug, title, passage, papers } }: { topic: OutlineTopic }) {
  return (
    <li id={slug}>
      <h2 className="entry-title">{title}</h2>
      {passage && (
        <p className="font-sans text-sm">
          Read <a href={passage.href}>{passage.heading ?? shortTitleOf(passage.post)}</a> in{" "}
          {passage.post.part === undefined ? "" : `Part ${passage.post.part}, `}
          {shortTitleOf(passage.post)}
        </p>
      )}
      {papers.length > 0 && (
        <ul className="mt-1 grid gap-1 font-sans text-sm text-soft" aria-label="Papers">
          {papers.map(({ key, label, title: paper, venue, url }) => (
            <li key={key}>
              {label}. {url === undefined ? <cite>{paper}</cite> : <a href={url}>{paper}</a>}
              {venue !== undefined && <>. {venue}</>}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
