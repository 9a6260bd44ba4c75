import { placeAt, problemAt, type Problem } from "../../model/problem"
import type { RuleId } from "../../model/rules"
import { byKey, parseEntry, unprinted, type EntriesByKey } from "./bibliography"
import { scanBibtex, type BibtexEntry, type BibtexFault } from "./bibtex"
import { entryFaults } from "./entry-check"
import { unknownCommandsIn } from "./tex-text"

/** Reads a BibTeX file; returns the keys of its entries, also of those that are broken. */
export function readBibliography(
  file: string,
  text: string,
  report: (problem: Problem) => void,
): ReadonlySet<string> {
  const { entries, brokenKeys, faults } = scanBibtex(text)
  const tell = ({ offset, reason }: BibtexFault, rule: RuleId = "bibliography") =>
    report(problemAt(file, placeAt(text, offset), reason, rule))
  faults.forEach((fault) => tell(fault))

  const entryByKey = byKey(entries)
  const keys = new Set(brokenKeys)
  for (const entry of entries) {
    const { key, offset } = entry
    const found = [...entryFaults(entry, entryByKey)]
    found.forEach((fault) => tell(fault))
    if (found.length === 0) findUnreadable(entry, entryByKey).forEach((fault) => tell(fault))
    if (keys.has(key)) {
      tell({ offset, reason: `Unexpected key ${key}, expected another: an entry above has it` })
    }
    keys.add(key)
    for (const { name, value, offset } of entry.fields) {
      if (unprinted.has(name) || name === "howpublished") continue
      for (const command of unknownCommandsIn(value)) {
        tell({ ...command, offset: offset + command.offset }, "bibliography-command")
      }
    }
  }
  return keys
}

/** The last thing that may be wrong: a value of which citation-js makes nothing. */
function findUnreadable(entry: BibtexEntry, entries: EntriesByKey): readonly BibtexFault[] {
  const fails = ({ fields }: Pick<BibtexEntry, "fields">) => {
    try {
      parseEntry({ ...entry, fields }, entries)
      return false
    } catch {
      return true
    }
  }
  if (!fails(entry)) return []
  const field = entry.fields.find((field) => fails({ fields: [field] }))
  if (!field) return [{ offset: entry.offset, reason: "Unexpected entry, expected BibTeX" }]
  const reason = `Unexpected ${field.name}, expected text with each command before its braces`
  return [{ offset: field.offset, reason }]
}
