import type { Element } from "hast"
import {
  escapeHtml,
  formatCitation,
  type CitationItem,
  type CitedWork,
  type Work,
} from "../elements/citation/format"
import { findTerm, formatTerm, type GlossaryEntry } from "../elements/term/glossary"
import { findName, type Target } from "../model/labels"
import type { Run } from "../source/compile"

/**
 * What a body says of other documents stands in slots, which are filled where those are known, so
 * that a body is compiled from its own text alone.
 */
type Slot =
  | { citation: { narrative: boolean; items: readonly PlacedItem[] } }
  /** The words of the slot are those that the text uses; `term` is a name of the entry. */
  | { term: string }
  /** What the thing at an address is called. */
  | { name: string }

/** `id` marks the place; `from` is where one leads back to, which in a note is the note's number. */
type PlacedItem = CitationItem & { id?: string; from: string }

/** An element to be filled; what is in it is kept as the words of a term. */
export const slotOf = (slot: Slot, children: Element["children"] = []): Element => ({
  type: "element",
  tagName: "fill-slot",
  properties: { dataSlot: encodeURIComponent(JSON.stringify(slot)) },
  children,
})

/** What slots are filled with. */
export type Fillings = {
  works: readonly Work[]
  glossary: readonly GlossaryEntry[]
  /** Documents by their addresses. */
  targets: ReadonlyMap<string, Target>
}

/** A body whose slots are filled, and the works that it cites, in the order of its references. */
export type Body = { runs: readonly Run[]; works: readonly CitedWork[] }

/** Fills the slots of a compiled body. */
export function fillSlots(runs: readonly Run[], { works, glossary, targets }: Fillings): Body {
  const workByKey = new Map(works.map((work) => [work.key, work]))
  const places = new Map<string, Set<string>>()

  const fill = (_all: string, data: string, words: string) => {
    const slot = JSON.parse(decodeURIComponent(data)) as Slot
    if ("name" in slot) return escapeHtml(findName(targets, slot.name) ?? slot.name)
    if ("term" in slot) return formatTerm(words, findTerm(slot.term, glossary))
    for (const { key, from } of slot.citation.items) {
      places.set(key, (places.get(key) ?? new Set()).add(from))
    }
    return formatCitation(slot.citation, workByKey)
  }
  const filled = (run: Run): Run =>
    typeof run === "string"
      ? run.replaceAll(slotPattern, fill)
      : { ...run, children: run.children.map(filled) }

  return {
    runs: runs.map(filled),
    works: works
      .filter(({ key }) => places.has(key))
      .map((work) => ({ ...work, from: [...(places.get(work.key) ?? [])] })),
  }
}

const slotPattern = /<fill-slot data-slot="([^"]*)">(.*?)<\/fill-slot>/gs
