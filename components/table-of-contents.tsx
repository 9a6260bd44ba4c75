import { sectionsOf, type Heading } from "@/lib/model/post"
import { BackToTop } from "./back-to-top"

/** More headings than these, and subsections are shown of the section being read alone. */
const most = 14

/** The sections of a page, with their subsections. */
export function TableOfContents({ headings }: { headings: readonly Heading[] }) {
  const sections = sectionsOf(headings)
  if (sections.length === 0) return null
  return (
    <nav aria-label="On this page" className="toc not-first:mt-8">
      <p className="mb-3 label" aria-hidden="true">
        On this page
      </p>
      <ol className={`contents-list ${headings.length > most ? "folded" : ""}`}>
        {sections.map(({ heading, subsections }) => (
          <li key={heading.id}>
            <a href={`#${heading.id}`}>{heading.text}</a>
            {subsections.length > 0 && (
              <ol>
                {subsections.map(({ id, text }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{text}</a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      <BackToTop className="mt-4 pl-4" />
    </nav>
  )
}
