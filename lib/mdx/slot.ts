import type { Element, ElementContent } from "hast"
import { h } from "hastscript"

/**
 * What a body says of other documents stands in slots, which are filled where those are known, so
 * that a body is compiled from its own text alone.
 */
export type Slot =
  | { citation: { narrative: boolean; items: readonly PlacedItem[] } }
  /** The words of the slot are those that the text uses; `term` is a name of the entry. */
  | { term: string }
  /** What the thing at an address is called. */
  | { name: string }

/** A work as a text cites it in one place. */
export type CitationItem = {
  /** Its BibTeX key. */
  key: string
  /** Plain text before and after it, such as "see" and ", p. 3". */
  prefix: string
  suffix: string
  /** Whether only its year is written, as the sentence has named its authors. */
  withoutAuthor: boolean
}

/** `id` marks the place; `from` is where one leads back to, which in a note is the note's number. */
export type PlacedItem = CitationItem & { id?: string; from: string }

/** An element to be filled; what is in it is kept as the words of a term. */
export const slotOf = (slot: Slot, children: readonly ElementContent[] = []): Element =>
  h("fill-slot", { dataSlot: encodeURIComponent(JSON.stringify(slot)) }, ...children)

/** Slots in HTML: their data, and their words. */
export const slotPattern = /<fill-slot data-slot="([^"]*)">(.*?)<\/fill-slot>/gs

/** What a slot is to be filled with, of its data. */
export const parseSlot = (data: string) => JSON.parse(decodeURIComponent(data)) as Slot
