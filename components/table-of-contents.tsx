import type { Heading } from "@/lib/post"

/** More than these, and a reader finds nothing among them. */
const most = 14

/** The sections of a page, with their subsections where those are few. */
export function TableOfContents({ headings }: { headings: readonly Heading[] }) {
  const shown = headings.length > most ? headings.filter(({ depth }) => depth === 2) : headings
  if (shown.length < 2) return null
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
