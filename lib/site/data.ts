import { parseBibliography, type Bibliography } from "../elements/citation/bibliography"
import { byTerm, termId, type GlossaryEntry } from "../elements/term/glossary"
import type { Content } from "../source/reader"
import type { Reading } from "../source/reading"

/** The bibliography that was made last: to format it takes a while, and it seldom changes. */
let last: { text: string; bibliography: Bibliography } | undefined

/** The works of `content/references.bib`; without one, none. */
export function bibliographyOf(content: Content): Bibliography {
  const text = findReading(content, "bibliography")?.bibtex ?? ""
  if (last?.text !== text) last = { text, bibliography: parseBibliography(text) }
  return last.bibliography
}

/** The terms of `content/glossary.yaml`; without one, none. */
export function glossaryOf(content: Content): readonly GlossaryEntry[] {
  const items = findReading(content, "glossary")?.values as readonly Item[] | undefined
  return (items ?? [])
    .map(({ term, definition, also = [], see = [] }) => ({
      id: termId(term),
      term,
      definition: definition.trim(),
      also,
      see,
    }))
    .sort(byTerm)
}

/** An item as the check has found it sound. */
type Item = { term: string; definition: string; also?: string[]; see?: string[] }

function findReading({ files, readings }: Content, kind: string): Reading | undefined {
  const file = files.find((one) => one.kind === kind)
  return file && readings.get(file.path)
}
