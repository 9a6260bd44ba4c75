import { bibliographyEntriesOf, parseEntry } from "./bibliography"
import { problemAt, placeAt, type Problem } from "../../model/problem"
import { findBibtexFault, wrongForm } from "./bibtex-fault"

/** Reads a BibTeX file; returns the keys of its entries, also of those that are broken. */
export function readBibliography(
  file: string,
  text: string,
  report: (problem: Problem) => void,
): ReadonlySet<string> {
  const keys = new Set<string>()
  const abbreviations = [...text.matchAll(/@string\s*\{\s*(\w+)/gi)].map(([, name = ""]) =>
    name.toLowerCase(),
  )
  const entries = bibliographyEntriesOf(text)
  for (const [index, entry] of entries.entries()) {
    const { key, offset } = entry
    const problem = (reason: string, at = 0) =>
      report(problemAt(file, placeAt(text, offset + at), reason, "bibliography"))
    const fault = findBibtexFault(text.slice(offset, entries[index + 1]?.offset), abbreviations)
    if (fault) problem(fault.reason, fault.offset)
    else {
      try {
        parseEntry(entry)
      } catch {
        problem(wrongForm)
      }
    }
    if (key !== "" && keys.has(key)) {
      problem(`Unexpected key ${key}, expected another: an entry above has it`)
    }
    keys.add(key)
  }
  return keys
}
