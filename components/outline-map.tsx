import type { OutlineModule } from "@/lib/model/course"
import { ReadMark } from "./read-mark"

type Props = { modules: readonly OutlineModule[]; language: string }

/** Modules and their topics beside a text, to find the way in it: numbers and names, no more. */
export function OutlineMap({ modules, language }: Props) {
  return (
    <div className="outline-map">
      {modules.map(({ slug, number, title, topics, posts }) => (
        <details key={slug}>
          <summary className="chevron">
            <span>{number}</span>
            <span>{title}</span>
            <ReadMark posts={posts} language={language} />
          </summary>
          <ul>
            {topics.map(({ slug, title, passage }) => (
              <li key={slug}>{passage ? <a href={passage.href}>{title}</a> : title}</li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}
