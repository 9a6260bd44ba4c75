import type { CitationItem } from "../../mdx/slot"

/** A work of the bibliography as one page cites it, its label told apart from the others there. */
export type Work = {
  key: string
  /** Who wrote it, as text: "Kingma & Ba", "Vaswani et al.". */
  authors: string
  /** When it appeared: "2017", "2013a", "n.d.". */
  year: string
  /** The whole reference, as HTML of a line of text. */
  html: string
}

/** A work, and the ids of the places in the page where it is cited. */
export type CitedWork = Work & { from: readonly string[] }

/** The id of a work's entry in the list of references. */
export const referenceId = (key: string) => `ref-${key}`

/** A place where a work is cited: `id` is its own, where one can lead back to it. */
type Place = { id?: string }

/**
 * A citation as HTML: "(see Kingma & Ba, 2015, sec. 2; Vaswani et al., 2017)" or, as a part of the
 * sentence, "Vaswani et al. (2017)". A work that is not known is left as it was written.
 */
export function formatCitation(
  { narrative, items }: { narrative: boolean; items: readonly (CitationItem & Place)[] },
  works: ReadonlyMap<string, Work>,
): string {
  const parts = items.map((item) => {
    const work = works.get(item.key)
    if (!work) return escapeHtml(`${item.prefix} @${item.key}${item.suffix}`.trim())
    const { authors, year } = work
    const label = narrative
      ? `${authors.replace(/ & (?=[^&]*$)/, " and ")} (${year})`
      : item.withoutAuthor
        ? year
        : `${authors}, ${year}`
    const before = item.prefix === "" ? "" : `${escapeHtml(item.prefix)} `
    return before + linkTo(work, label, item.id) + escapeHtml(suffixOf(item))
  })
  return narrative ? parts.join("; ") : `(${parts.join("; ")})`
}

/** A space before a suffix is the author's; hyphens between numbers are a range. */
const suffixOf = ({ suffix }: CitationItem) => suffix.replaceAll(/(?<=\d)--?(?=\d)/g, "–")

function linkTo({ key }: Work, label: string, id: string | undefined): string {
  const own = id === undefined ? "" : ` id="${escapeHtml(id)}"`
  const text = escapeHtml(label).replaceAll("et al.", "et&nbsp;al.")
  return `<a class="citation"${own} href="#${escapeHtml(referenceId(key))}">${text}</a>`
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}

/** Text as HTML has it, also between quotes. */
export const escapeHtml = (text: string) =>
  text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
