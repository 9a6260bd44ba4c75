import { bibliographyEntriesOf, parseEntry } from "../bibliography"
import { ContentProblem, placeAt } from "../problem"
import type { Report } from "./mdx"

/** Reads a BibTeX file; returns the keys of its entries, also of those that are broken. */
export function readBibliography(file: string, text: string, report: Report): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const entry of bibliographyEntriesOf(text)) {
    const problem = (reason: string) =>
      report(new ContentProblem(file, placeAt(text, entry.offset), reason, "bibliography"))
    try {
      parseEntry(entry)
    } catch {
      problem("Unexpected BibTeX, expected @type{key, field = {…}, …} with every brace closed")
    }
    if (entry.key !== "" && keys.has(entry.key)) {
      problem(`Unexpected key ${entry.key}, expected another: an entry above has it`)
    }
    keys.add(entry.key)
  }
  return keys
}
