import { Cite } from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import type { Reference } from "./reference"

/** A work as CSL-JSON describes it, in the fields that we print. */
type CslItem = {
  id: string
  title?: string
  author?: readonly { family?: string; given?: string; literal?: string }[]
  editor?: CslItem["author"]
  issued?: { "date-parts"?: readonly (readonly number[])[] }
  "container-title"?: string
  publisher?: string
  DOI?: string
  URL?: string
  number?: string
}

/** One entry of a BibTeX file, with its place in it. */
export type BibliographyEntry = { key: string; text: string; offset: number }

/** Splits a BibTeX file into its entries; `@comment`, `@preamble` and `@string` are left out. */
export function bibliographyEntriesOf(bibtex: string): readonly BibliographyEntry[] {
  const starts = [...bibtex.matchAll(/^[ \t]*@(?!comment\b|preamble\b|string\b)\w*/gim)]
  return starts.map(({ index }, i) => {
    const text = bibtex.slice(index, starts[i + 1]?.index)
    return { key: /\{\s*([^\s,{}=]+)\s*,/.exec(text)?.[1] ?? "", text, offset: index }
  })
}

/**
 * The work that an entry describes.
 *
 * @throws Error if the entry cannot be read
 */
export function parseReference({ key, text }: BibliographyEntry): Reference {
  const items: readonly CslItem[] = new Cite(text).data
  const [item] = items
  if (!item || key === "") throw new Error("Unexpected BibTeX, expected @type{key, field = {…}}")

  // CSL-JSON has no field for arXiv numbers.
  const arxiv = /\beprint\s*=\s*[{"]\s*([^\s}"]+)/i.exec(text)?.[1]
  return {
    key,
    label: labelOf(item),
    title: item.title ?? key,
    venue: item["container-title"] ?? item.publisher,
    url: urlOf(item, arxiv),
  }
}

/** The works of a BibTeX file that the check has found no fault with, in its order. */
export const parseBibliography = (bibtex: string): readonly Reference[] =>
  bibliographyEntriesOf(bibtex).map(parseReference)

/** "LeCun et al., 1998", "Sutskever and Vinyals, 2014", "Redmon, 2015". */
function labelOf(item: CslItem): string {
  const names = (item.author ?? item.editor ?? []).map(
    ({ family, literal, given }) => family ?? literal ?? given ?? "",
  )
  const year = item.issued?.["date-parts"]?.[0]?.[0]
  const [first = item.title ?? item.id, second] = names
  const people =
    names.length > 2 ? `${first} et al.` : second === undefined ? first : `${first} and ${second}`
  return year === undefined ? people : `${people}, ${year}`
}

/** The lasting address of a work: its DOI, else arXiv, else what the file says. */
function urlOf({ DOI, URL }: CslItem, arxiv: string | undefined): string | undefined {
  if (DOI !== undefined) return `https://doi.org/${DOI}`
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`
  return URL
}
