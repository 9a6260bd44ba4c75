import { referenceId, type CitedWork } from "@/lib/elements/citation/format"
import { wordsOf, type Words } from "@/lib/model/words/words"

/**
 * The works that a text cites, each with links back to where it does. It is in the class of the text:
 * a browser's reader view takes what is beside a text for part of it only where both have the same.
 */
export function ReferenceList({
  works,
  language,
}: {
  works: readonly CitedWork[]
  language: string
}) {
  if (works.length === 0) return null
  return (
    <div className="prose">
      <section aria-labelledby="list-of-references" className="mt-14 border-t border-line">
        <h2 id="list-of-references" className="mt-[1.4rem] mb-[0.8rem]">
          {wordsOf(language).references}
        </h2>
        <ul className="list-none pl-0">
          {works.map(({ key, html, from }) => (
            <li
              key={key}
              id={referenceId(key)}
              className="mt-0 mb-2 pl-[1.4rem] -indent-[1.4rem] font-sans text-[0.92rem]/normal wrap-anywhere target:bg-target"
            >
              <span className="reference" dangerouslySetInnerHTML={{ __html: html }} />
              <BackLinks from={from} words={wordsOf(language)} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** "↩", or "↩ a b c" where a work is cited more than once. */
function BackLinks({ from, words }: { from: readonly string[]; words: Words }) {
  const [first] = from
  return (
    <span className="ml-1 indent-0 font-sans text-soft print:hidden">
      {from.length === 1 ? (
        <a href={`#${first}`} aria-label={words.backToText} className={backLink}>
          ↩
        </a>
      ) : (
        <>
          <span aria-hidden="true">↩</span>
          {from.map((id, index) => (
            <a
              key={id}
              href={`#${id}`}
              aria-label={words.backToMention(index + 1)}
              className={backLink}
            >
              {letterOf(index)}
            </a>
          ))}
        </>
      )}
    </span>
  )
}

const backLink = "inline-block min-h-6 min-w-6 text-center no-underline"

/** a, b, … z, aa, ab, … */
const letterOf = (index: number): string =>
  (index < 26 ? "" : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26))
