import { Cite } from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import type { Work } from "./format"
import { formatWorks, type CslItem } from "./works"
import type { Reference } from "../../model/reference"

/** One entry of a BibTeX file, with its place in it and the abbreviations that it may use. */
export type BibliographyEntry = { key: string; text: string; offset: number }

/** Splits a BibTeX file into its entries; `@comment`, `@preamble` and `@string` are left out. */
export function bibliographyEntriesOf(bibtex: string): readonly BibliographyEntry[] {
  const abbreviations = (bibtex.match(/^[ \t]*@string\b[^@]*/gim) ?? []).join("")
  const starts = [...bibtex.matchAll(/^[ \t]*@(?!comment\b|preamble\b|string\b)\w*/gim)]
  return starts.map(({ index }, i) => {
    const text = bibtex.slice(index, starts[i + 1]?.index)
    const key = /\{\s*([^\s,{}=]+)\s*,/.exec(text)?.[1] ?? ""
    return { key, text: abbreviations + text, offset: index }
  })
}

/**
 * The work that an entry describes, as CSL-JSON with its lasting address.
 *
 * @throws Error if the entry cannot be read
 */
export function parseEntry({ key, text }: BibliographyEntry): CslItem {
  const items: readonly CslItem[] = new Cite(text).data
  const [item, ...others] = items
  if (!item || others.length > 0 || key === "")
    throw new Error("Unexpected BibTeX, expected @type{key, field = {…}}")

  const DOI = item.DOI?.replace(/^https?:\S+?\/(?=10\.)/, "")
  // CSL-JSON has no field for arXiv numbers, which are 1412.6980 or, of old, cs/0112017.
  const arxiv = /\beprint\s*=\s*[{"]\s*(\d{4}\.\d{4,5}|[a-z.-]+\/\d{7})/i.exec(text)?.[1]
  const URL = arxiv === undefined ? item.URL : `https://arxiv.org/abs/${arxiv}`
  return { ...item, id: key, DOI, URL: DOI === undefined ? URL : undefined }
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

/** Reads a BibTeX file that the check has found no fault with. */
export function parseBibliography(bibtex: string): Bibliography {
  const entries = bibliographyEntriesOf(bibtex)
  const textByKey = new Map(entries.map(({ key, text }) => [key, text]))
  const items = entries.map(parseEntry)
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
    sourceOf: (keys) => keys.map((key) => textByKey.get(key) ?? "").join("\n"),
    worksOf: (keys) => formatWorks(keys.flatMap((key) => itemByKey.get(key) ?? [])),
  }
}

/** A title without the HTML that stands for LaTeX such as `\emph`. */
const plainText = (html: string) => html.replaceAll(/<\/?(?:i|b|su[bp]|span)\b[^<>]*>/g, "")

/** The lasting address of a work: its DOI, else arXiv, else what the file says. */
const urlOf = ({ DOI, URL }: CslItem) =>
  DOI === undefined ? URL : `https://doi.org/${encodeURI(DOI)}`
