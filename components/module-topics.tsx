import type { OutlineModule, OutlineTopic } from "@/lib/model/course"
import { shortTitleOf } from "@/lib/model/post"
import { wordsOf, type Words } from "@/lib/model/words/words"

/** The topics of a module in the order taught, each with its passage and papers. */
export function ModuleTopics({ module, language }: { module: OutlineModule; language: string }) {
  return (
    <ol className="entries">
      {module.topics.map((topic) => (
        <Topic key={topic.slug} topic={topic} words={wordsOf(language)} />
      ))}
    </ol>
  )
}

type TopicProps = { topic: OutlineTopic; words: Words }

function Topic({ topic: { slug, title, passage, papers, figure }, words }: TopicProps) {
  return (
    <li id={slug}>
      <h2 className="entry-title">{title}</h2>
      {passage && (
        <p className="font-sans text-sm">
          {words.readPassage}{" "}
          <a href={passage.href}>{passage.heading ?? shortTitleOf(passage.post)}</a>{" "}
          {words.inPassage}{" "}
          {passage.post.part === undefined ? "" : `${words.part(passage.post.part)}, `}
          {shortTitleOf(passage.post)}
        </p>
      )}
      {figure && (
        <p className="font-sans text-sm">
          {words.oneFigure}: <a href={figure.href}>{figure.title}</a>
        </p>
      )}
      {papers.length > 0 && (
        <ul className="mt-1 grid gap-1 font-sans text-sm text-soft" aria-label={words.papers}>
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
