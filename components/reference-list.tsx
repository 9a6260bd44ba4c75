import { referenceId, type CitedWork } from "@/lib/elements/citation/format"

/** The works that a text cites, each with links back to where it does. */
export function ReferenceList({ works }: { works: readonly CitedWork[] }) {
  if (works.length === 0) return null
  return (
    <section aria-labelledby="list-of-references" className="references">
      <h2 id="list-of-references">References</h2>
      <ul>
        {works.map(({ key, html, from }) => (
          <li key={key} id={referenceId(key)}>
            <span className="reference" dangerouslySetInnerHTML={{ __html: html }} />
            <BackLinks from={from} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "↩", or "↩ a b c" where a work is cited more than once. */
function BackLinks({ from }: { from: readonly string[] }) {
  const [first] = from
  return (
    <span className="back-links">
      {from.length === 1 ? (
        <a href={`#${first}`} aria-label="Back to the text">
          ↩
        </a>
      ) : (
        <>
          <span aria-hidden="true">↩</span>
          {from.map((id, index) => (
            <a key={id} href={`#${id}`} aria-label={`Back to mention ${index + 1} in the text`}>
              {letterOf(index)}
            </a>
          ))}
        </>
      )}
    </span>
  )
}

/** a, b, … z, aa, ab, … */
const letterOf = (index: number): string =>
  (index < 26 ? "" : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26))
