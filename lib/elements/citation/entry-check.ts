import { isDay } from "../../model/dates"
import { findParent, unprinted, type EntriesByKey } from "./bibliography"
import type { BibtexEntry, BibtexFault, BibtexField } from "./bibtex"
import { findFormulaFault } from "./tex-text"
import { findDoi, findEprint, findUrl, isArchive } from "./work-address"

/** What is wrong with an entry that BibTeX can read: it would be printed otherwise than it is meant. */
export function* entryFaults(entry: BibtexEntry, entries: EntriesByKey): Generator<BibtexFault> {
  for (const field of entry.fields) {
    const faultsOf = rules[field.name]
    if (field.value.trim() !== "" && faultsOf) yield* faultsOf(field, entry, entries)
    if (unprinted.has(field.name)) continue
    const fault = findFormulaFault(field.value)
    if (fault) yield at(field, fault.reason, fault.offset)
  }
}

const at = ({ offset }: BibtexField, reason: string, inside = 0): BibtexFault => ({
  offset: offset + inside,
  reason,
})

type Rule = (
  field: BibtexField,
  entry: BibtexEntry,
  entries: EntriesByKey,
) => Generator<BibtexFault>

function* addressFaults(field: BibtexField): Generator<BibtexFault> {
  const { name, value } = field
  if (name === "doi" ? findDoi(value) : findUrl(value)) return
  const form = name === "doi" ? "one such as 10.1038/nature14539" : "an address with https://"
  yield at(field, `Unexpected ${value.trim()} as ${name}, expected ${form}`)
}

function* eprintFaults(field: BibtexField, { fields }: BibtexEntry): Generator<BibtexFault> {
  const archive = fields.find(
    ({ name }) => name === "eprinttype" || name === "archiveprefix",
  )?.value
  if (archive === undefined || !isArchive(archive) || findEprint(field.value, archive)) return
  const reason = `Unexpected ${field.value.trim()} as eprint, expected a number of ${archive} such as ${archive.toLowerCase() === "arxiv" ? "1706.03762" : "2246093"}`
  yield at(field, reason)
}

function* crossrefFaults(
  field: BibtexField,
  entry: BibtexEntry,
  entries: EntriesByKey,
): Generator<BibtexFault> {
  const key = field.value.trim()
  if (findParent(entry, entries)) return
  const expected = entries.has(key) ? "one that does not lead back here" : "the key of an entry"
  yield at(field, `Unexpected crossref ${key}, expected ${expected}`)
}

/** A day, a month, a year or a season, as ISO 8601-2 writes them, roughly or not. */
function isDate(text: string): boolean {
  const [, day, month] = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-\d{2})?)?$/.exec(text) ?? []
  if (day === undefined) return false
  if (month === undefined) return true
  if (text.length > day.length + 3) return isDay(text)
  return (month >= "01" && month <= "12") || (month >= "21" && month <= "24")
}

function* dateFaults(field: BibtexField): Generator<BibtexFault> {
  const { name, value } = field
  const ends = value.trim().split("/")
  const isRight = ends.every(
    (end, index) => isDate(end.replace(/[?~%]$/, "")) || (index === 1 && /^(?:\.\.)?$/.test(end)),
  )
  if (ends.length <= 2 && isRight) return
  yield at(field, `Unexpected ${value.trim()} as ${name}, expected one such as 2017-06-12 or 2017`)
}

/** A number with a letter in it is a slip of the fingers; words alone, such as "in press", are none. */
function* yearFaults(field: BibtexField): Generator<BibtexFault> {
  const { value } = field
  const isNumber = /(?<![\p{L}\d])\d{1,4}(?![\p{L}\d])/u.test(value)
  if (/^[^\d]*$/.test(value) || (isNumber && !/\d\s*[./-]\s*\d+\s*[./-]\s*\d/.test(value))) return
  yield at(field, `Unexpected ${value.trim()} as year, expected one such as 2017`)
}

function* monthFaults(field: BibtexField): Generator<BibtexFault> {
  const { value } = field
  if (!/^\s*\d+\s*$/.test(value) || (Number(value) >= 1 && Number(value) <= 12)) return
  yield at(field, `Unexpected ${value.trim()} as month, expected one such as jun or 6`)
}

const suffix = /^\s*(?:jr|sr|[ivx]+|\d(?:st|nd|rd|th))\.?\s*$/i

function* nameFaults(field: BibtexField): Generator<BibtexFault> {
  const { value, name: role } = field
  // What is in braces is one name, whatever it holds.
  const plain = hideBraces(value)
  const told = (offset: number, sign: string, expected: string) =>
    at(field, `Unexpected ${sign} in ${role}, expected ${expected}`, offset)
  const sign = /;|\\?&/.exec(plain)
  if (sign) return yield told(sign.index, sign[0], "and between two names")
  const others = /\bet\.?\s+al\b\.?/i.exec(plain)
  if (others) return yield told(others.index, others[0], "and others")

  let offset = 0
  for (const name of plain.split(/(?<=\s)and(?=\s)/i)) {
    const pieces = name.split(",")
    const [family = "", second = ""] = pieces
    const isList =
      pieces.length > 3 ||
      (pieces.length === 3 && !suffix.test(second)) ||
      (pieces.length === 2 && /^\s*\p{Lu}\.\s*\S/u.test(family))
    const start = offset + name.search(/\S|$/)
    if (name.trim() === "")
      yield told(Math.max(0, offset - "and".length), "and without a name", "one on both sides")
    else if (isList) {
      yield told(start + family.trim().length, "comma", "Family, Given and Family, Given")
    }
    offset += name.length + "and".length
  }
}

/** The text with what is in braces as letters, of the same length. */
function hideBraces(text: string): string {
  let depth = 0
  return text.replaceAll(/\\.|[^]/g, (sign) => {
    if (sign === "{") depth++
    const shown = depth > 0 ? "x".repeat(sign.length) : sign
    if (sign === "}") depth--
    return shown
  })
}

const rules: Readonly<Record<string, Rule>> = {
  url: addressFaults,
  doi: addressFaults,
  eprint: eprintFaults,
  crossref: crossrefFaults,
  date: dateFaults,
  urldate: dateFaults,
  origdate: dateFaults,
  year: yearFaults,
  month: monthFaults,
  author: nameFaults,
  editor: nameFaults,
  translator: nameFaults,
  bookauthor: nameFaults,
}
