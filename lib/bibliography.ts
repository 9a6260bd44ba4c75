import { Cite } from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import type { Reference } from "./reference"

/** A work as CSL-JSON describes it, in the fields that we print. */
type CslItem = {
  id: string
  title?: string
  author?: readonly CslName[]
  editor?: readonly CslName[]
  issued?: { "date-parts"?: readonly (readonly number[])[] }
  "container-title"?: string
  publisher?: string
  DOI?: string
  URL?: string
}

type CslName = {
  family?: string
  given?: string
  literal?: string
  /** "van der", which belongs before the family name. */
  "non-dropping-particle"?: string
  "dropping-particle"?: string
}

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
 * The work that an entry describes.
 *
 * @throws Error if the entry cannot be read
 */
export function parseReference({ key, text }: BibliographyEntry): Reference {
  const items: readonly CslItem[] = new Cite(text).data
  const [item, ...others] = items
  if (!item || others.length > 0 || key === "")
    throw new Error("Unexpected BibTeX, expected @type{key, field = {…}}")

  // CSL-JSON has no field for arXiv numbers, which are 1412.6980 or, of old, cs/0112017.
  const arxiv = /\beprint\s*=\s*[{"]\s*(\d{4}\.\d{4,5}|[a-z.-]+\/\d{7})/i.exec(text)?.[1]
  return {
    key,
    label: labelOf(item),
    title: plainText(item.title ?? key),
    venue: item["container-title"] ?? item.publisher,
    url: urlOf(item, arxiv),
  }
}

/** The works of a BibTeX file that the check has found no fault with, in its order. */
export const parseBibliography = (bibtex: string): readonly Reference[] =>
  bibliographyEntriesOf(bibtex).map(parseReference)

/** A title without the HTML that stands for LaTeX such as `\emph`. */
const plainText = (html: string) => html.replaceAll(/<\/?(?:i|b|su[bp]|span)\b[^<>]*>/g, "")

/** "LeCun et al., 1998", "Sutskever and Vinyals, 2014", "Redmon, 2015". */
function labelOf(item: CslItem): string {
  const names = (item.author ?? item.editor ?? []).map(nameOf)
  const year = item.issued?.["date-parts"]?.[0]?.[0]
  const [first = plainText(item.title ?? item.id), second] = names
  const people =
    names.length > 2 || second === "others"
      ? `${first} et al.`
      : second === undefined
        ? first
        : `${first} and ${second}`
  return year === undefined ? people : `${people}, ${year}`
}

function nameOf({ family, literal, given, ...particles }: CslName): string {
  const particle = particles["non-dropping-particle"] ?? particles["dropping-particle"]
  const name = family ?? literal ?? given ?? ""
  return particle === undefined ? name : `${particle} ${name}`
}

/** The lasting address of a work: its DOI, else arXiv, else what the file says. */
function urlOf({ DOI, URL }: CslItem, arxiv: string | undefined): string | undefined {
  if (DOI !== undefined)
    return `https://doi.org/${encodeURI(DOI.replace(/^https?:\S+?\/(?=10\.)/, ""))}`
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`
  return URL
}
