import { Cite } from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import type { Reference } from "../../model/reference"
import { scanBibtex, type BibtexEntry } from "./bibtex"
import type { Work } from "./format"
import { readableTex } from "./tex-text"
import { findDoi, findEprint, findPreprint, findUrl } from "./work-address"
import { formatWorks, type CslItem } from "./works"

/** The values of an entry by the names of their fields, with what its crossref adds. */
export type BibtexValues = ReadonlyMap<string, string>

/** Entries by their keys. */
export type EntriesByKey = ReadonlyMap<string, BibtexEntry>

export const byKey = (entries: readonly BibtexEntry[]): EntriesByKey =>
  new Map(entries.map((entry) => [entry.key, entry]))

/** The entry that another refers to for what it does not say itself; nothing if that leads in a circle. */
export function findParent(entry: BibtexEntry, entries: EntriesByKey): BibtexEntry | undefined {
  const next = ({ fields }: BibtexEntry) =>
    entries.get(fields.find(({ name }) => name === "crossref")?.value.trim() ?? "")
  const seen = new Set([entry])
  for (let one = next(entry); one; one = next(one)) {
    if (seen.has(one)) return undefined
    seen.add(one)
  }
  return next(entry)
}

/** What an entry says, and its parent for it: the title of that is the one of the book or proceedings. */
export function valuesOf(entry: BibtexEntry, entries: EntriesByKey): BibtexValues {
  const own = entry.fields.map(({ name, value }) => [name, value] as const)
  const parent = findParent(entry, entries)
  if (!parent) return new Map(own)
  const { title, subtitle, ...others } = Object.fromEntries(valuesOf(parent, entries))
  const inherited = {
    ...others,
    ...(entry.type === "article" ? { journaltitle: title } : { booktitle: title }),
    ...(entry.type === "article" ? {} : { booksubtitle: subtitle }),
    ...(entry.type === "inbook" ? { bookauthor: others["author"] } : {}),
  }
  const given = Object.entries(inherited).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return new Map([...given, ...own])
}

/** Fields that citation-js shall not read: they are not printed, or read here. */
export const unprinted: ReadonlySet<string> = new Set(
  (
    "abstract annotation annote keywords file pdf crossref xdata xref ids related " +
    "doi url eprint eprinttype eprintclass archiveprefix primaryclass"
  ).split(" "),
)

/** How APA's manual (7th edition) calls what BibTeX has a type for. */
const genres: Readonly<Record<string, string>> = {
  phdthesis: "Doctoral dissertation",
  mastersthesis: "Master’s thesis",
  mathesis: "Master’s thesis",
  bachelorsthesis: "Bachelor’s thesis",
  bathesis: "Bachelor’s thesis",
  candthesis: "Candidate thesis",
  techreport: "Technical report",
  resreport: "Research report",
}

const types: Readonly<Record<string, string>> = {
  bachelorsthesis: "thesis",
  conference: "inproceedings",
}

/**
 * The work that an entry describes, as CSL-JSON with its lasting address.
 *
 * @throws Error if a value cannot be read
 */
export function parseEntry(entry: BibtexEntry, entries: EntriesByKey): CslItem {
  const values = valuesOf(entry, entries)
  const { type, key } = entry
  const genre = genres[(values.get("type") ?? type).toLowerCase()] ?? values.get("type")
  const printed = new Map(values)
  if (genre !== undefined) printed.set("type", genre)
  if (/\\url\b|^\s*https?:/.test(values.get("howpublished") ?? "")) printed.delete("howpublished")
  const properties = Object.fromEntries(
    [...printed]
      .filter(
        ([name, value]) => !unprinted.has(name) && !name.includes("+an") && value.trim() !== "",
      )
      .map(([name, value]) => [name, readableTex(value)]),
  )
  const items: readonly CslItem[] = new Cite([
    { type: types[type] ?? type, label: key, properties },
  ]).data
  const [item] = items
  if (!item) throw new Error("Unexpected BibTeX, expected an entry")

  const DOI = findDoi(values.get("doi") ?? "")
  return { ...item, id: key, DOI, URL: DOI === undefined ? findAddress(values) : undefined }
}

/** Where a work can be read that has no DOI. */
function findAddress(values: BibtexValues): string | undefined {
  const valueOf = (name: string) => values.get(name) ?? ""
  const archive = values.get("eprinttype") ?? values.get("archiveprefix")
  const eprint = findEprint(valueOf("eprint"), archive)
  const url = findUrl(valueOf("url")) ?? findUrl(valueOf("howpublished"))
  const journal = valueOf("journaltitle") || valueOf("journal")
  // arXiv has the work itself; other archives only know it.
  if (eprint?.startsWith("https://arxiv.org/") === true) return eprint
  return url ?? eprint ?? findPreprint(journal)
}

/** The works of a BibTeX file. */
export type Bibliography = {
  /** All of them, in the order of the file. */
  references: readonly Reference[]
  /** What the works of these keys are made from: text that changes when they do. */
  sourceOf: (keys: readonly string[]) => string
  /** Those of the keys that it has, in the order of a list of references, as one page cites them. */
  worksOf: (keys: readonly string[]) => readonly Work[]
}

/**
 * Reads a BibTeX file that the check has found no fault with.
 *
 * @throws Error if it has one
 */
export function parseBibliography(bibtex: string): Bibliography {
  const { entries, faults } = scanBibtex(bibtex)
  const [fault] = faults
  if (fault) throw new Error(fault.reason)
  const entryByKey = byKey(entries)
  const items = entries.map((entry) => parseEntry(entry, entryByKey))
  const itemByKey = new Map(items.map((item) => [item.id, item]))
  const works = new Map(formatWorks(items).map((work) => [work.key, work]))
  return {
    references: items.map((item) => {
      const { authors = "", year = "", html = "" } = works.get(item.id) ?? {}
      return {
        key: item.id,
        label: `${authors}, ${year}`,
        title: plainText(item.title ?? item.id),
        venue: item["container-title"] ?? item.publisher,
        url: urlOf(item),
        html,
      }
    }),
    sourceOf: (keys) => JSON.stringify(keys.map((key) => itemByKey.get(key) ?? key)),
    worksOf: (keys) => formatWorks(keys.flatMap((key) => itemByKey.get(key) ?? [])),
  }
}

/** A title without the HTML that stands for LaTeX such as `\emph`. */
const plainText = (html: string) => html.replaceAll(/<\/?(?:i|b|su[bp]|span)\b[^<>]*>/g, "")

/** The lasting address of a work: its DOI, else arXiv, else what the file says. */
const urlOf = ({ DOI, URL }: CslItem) =>
  DOI === undefined ? URL : `https://doi.org/${encodeURI(DOI)}`
