import type { OutlineModule, OutlineTopic } from "@/lib/model/course"
import { ReadMark } from "./read-mark"

/** Modules and their topics beside a text, to find the way in it: numbers and names, no more. */
export function OutlineMap({ modules }: { modules: readonly OutlineModule[] }) {
  return (
    <div className="outline-map mt-[0.3rem]">
      {modules.map(({ slug, number, title, topics, posts }) => (
        <details key={slug} className="group/module">
          <summary className="grid min-h-6 list-none grid-cols-[1.3rem_1fr_auto] items-baseline py-[0.15rem] leading-[1.35] [&::-webkit-details-marker]:hidden">
            <span
              className="font-sans text-[0.8rem]/[1.45] font-semibold text-soft group-open/module:text-accent group-has-[[aria-current]]/module:text-accent"
              aria-hidden="true"
            >
              {number}
            </span>
            <span className="font-sans text-[0.82rem]/[1.45] text-soft decoration-accent underline-offset-4 group-has-[[aria-current]]/module:text-ink group-has-[[aria-current]]/module:underline">
              {title}
            </span>
            <span className="w-6 text-right text-accent">
              <ReadMark posts={posts} />
            </span>
          </summary>
          <ul className="mb-[0.4rem] ml-[1.3rem] font-sans text-[0.82rem]/[1.4]">
            {topics.map((topic) => (
              <Topic key={topic.slug} topic={topic} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}

function Topic({ topic: { title, passage } }: { topic: OutlineTopic }) {
  return (
    <li className="py-[0.1rem]">
      {passage ? (
        <a
          href={passage.href}
          className="inline-block min-h-6 py-[0.1rem] no-underline hover:underline"
        >
          {title}
        </a>
      ) : (
        title
      )}
    </li>
  )
}
