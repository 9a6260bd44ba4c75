import { glossaryAddress } from "../../model/addresses"
import type { Written } from "../../model/field"
import type { glossarySchema } from "../../model/schema"
import { escapeHtml } from "../citation/format"

/** A term of the site's subjects: `content/glossary.yaml`; its id is that of its place there. */
export type GlossaryEntry = Written<typeof glossarySchema>[number] & { id: string }

/** The id of a term's place in the glossary: letters, digits and hyphens. */
export const termId = (term: string) =>
  term
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")

/** A name as it is compared: in lower case, with single spaces and the apostrophes of a keyboard. */
export const termName = (name: string) =>
  name.trim().replaceAll(/\s+/g, " ").replaceAll("’", "'").toLowerCase()

/** The names that words may mean: what they say and, of a regular plural, one of it. */
export const namesMeantBy = (words: string): readonly string[] => {
  const name = termName(words)
  return [name, name.replace(/s$/, ""), name.replace(/es$/, "")]
}

/** Finds an entry by any of its names, or the plural of one. */
export function findTerm(words: string, glossary: readonly GlossaryEntry[]) {
  for (const wanted of namesMeantBy(words)) {
    const entry = glossary.find(({ term, also }) =>
      [term, ...also].some((one) => termName(one) === wanted),
    )
    if (entry) return entry
  }
  return undefined
}

/** The words of a text that name a term, as HTML: a link to its place in the glossary. */
export function formatTerm(words: string, entry: GlossaryEntry | undefined): string {
  if (!entry) return words
  const { id, definition } = entry
  const href = `${glossaryAddress}#${encodeURIComponent(id)}`
  return `<a class="term" href="${href}" data-definition="${escapeHtml(definition)}">${words}</a>`
}

/** In alphabetical order. */
export const byTerm = (a: GlossaryEntry, b: GlossaryEntry) => a.term.localeCompare(b.term, "en")
