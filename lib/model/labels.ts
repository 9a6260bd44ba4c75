import { canonicalAddress } from "./addresses"
import type { Words } from "./words/words"

/** What a cross-reference can name besides the headings of a table of contents. */
export type Label =
  { id: string; kind: NumberedKind; number: number } | { id: string; kind: "section"; text: string }

export type NumberedKind = "figure" | "table" | "equation"

/** "Figure 1", on one line. */
export const formatNumbered = (kind: NumberedKind, number: number, words: Words) =>
  words[kind](number)

/** What a reference calls something in the text that both are in. */
export const nameOf = (label: Label, words: Words) =>
  label.kind === "section" ? label.text : formatNumbered(label.kind, label.number, words)

/** A document with all that can be referred to in it. */
export type Target = {
  title: string
  headings: readonly { id: string; text: string }[]
  labels: readonly Label[]
  /** The id of the series that it is a part of, and its number there. */
  series?: string
  part?: number
}

/**
 * What a reference from another document calls an address: "Figure 1 of Backpropagation" or, from
 * another part of the same series, "Figure 1 in Part 2".
 *
 * @param words of the language that the reference is in
 * @param targets documents by their addresses
 * @param series that the reference is in a part of
 */
export function findName(
  targets: ReadonlyMap<string, Target>,
  href: string,
  words: Words,
  series?: string,
): string | undefined {
  const [path = "", fragment = ""] = href.split("#", 2)
  const target = targets.get(canonicalAddress(path.split("?", 1)[0] ?? ""))
  if (!target || fragment === "") return target?.title
  const id = decodeURIComponent(fragment)
  const heading = target.headings.find((one) => one.id === id)
  const isNear = series !== undefined && target.series === series && target.part !== undefined
  const title =
    isNear && target.part !== undefined ? words.partOnOneLine(target.part) : target.title
  if (heading) return words.sectionIn(heading.text, title)
  const label = target.labels.find((one) => one.id === id)
  if (!label) return undefined
  const name = nameOf(label, words)
  return label.kind === "section" || isNear
    ? words.numberedIn(name, title)
    : words.numberedOf(name, title)
}
