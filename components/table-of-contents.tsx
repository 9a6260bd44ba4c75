import { inLanguage } from "@/lib/model/language"
import { sectionsOf, type Heading } from "@/lib/model/post"
import { BackToTop } from "./back-to-top"
import { wordsOf } from "@/lib/model/words/words"

/** More headings than these, and subsections are shown of the section being read alone. */
const most = 14

type Props = {
  headings: readonly Heading[]
  /** Their language, if it is not the site's. */
  lang?: string
  /** Of the site. */
  language: string
}

/** The sections of a page, with their subsections. */
export function TableOfContents({ headings, lang, language }: Props) {
  const words = wordsOf(language)
  const sections = sectionsOf(headings)
  if (sections.length === 0) return null
  return (
    <nav aria-label={words.onThisPage} className="toc not-first:mt-8">
      <p className="mb-3 label" aria-hidden="true">
        {words.onThisPage}
      </p>
      <ol
        className={`contents-list ${headings.length > most ? "folded" : ""}`}
        {...inLanguage({ lang })}
      >
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
      <BackToTop language={language} className="mt-4 pl-4" />
    </nav>
  )
}
