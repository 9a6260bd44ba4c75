import * as z from "zod/mini"
import { parseBibliography, type Bibliography } from "../elements/citation/bibliography"
import { byTerm, termId, type GlossaryEntry } from "../elements/term/glossary"
import { glossarySchema } from "../model/schema"
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
export const glossaryOf = (content: Content): readonly GlossaryEntry[] =>
  z
    .parse(glossarySchema, findReading(content, "glossary")?.values ?? [])
    .map((item) => ({ id: termId(item.term), ...item, definition: item.definition.trim() }))
    .sort(byTerm)

function findReading({ files, readings }: Content, kind: string): Reading | undefined {
  const file = files.find((one) => one.kind === kind)
  return file && readings.get(file.path)
}
