import { contentsOf, type Heading } from "@/lib/model/post"

/** The sections of a page, with their subsections where those are few. */
export function TableOfContents({ headings }: { headings: readonly Heading[] }) {
  const shown = contentsOf(headings)
  if (shown.length === 0) return null
  return (
    <nav aria-label="On this page" className="toc">
      <details className="column-disclosure">
        <summary>On this page</summary>
        <p className="label" aria-hidden="true">
          On this page
        </p>
        <ol>
          {shown.map(({ depth, id, text }) => (
            <li key={id} className={depth === 3 ? "toc-sub" : undefined}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ol>
      </details>
      <a href="#top" className="to-top">
        Back to top
      </a>
    </nav>
  )
}
