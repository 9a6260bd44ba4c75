import { findName, type Target } from "../model/labels"
import type { Run } from "../mdx/run"
import { parseSlot, slotPattern } from "../mdx/slot"
import { escapeHtml, formatCitation, type CitedWork, type Work } from "./citation/format"
import { findTerm, formatTerm, type GlossaryEntry } from "./term/glossary"
import { wordsOf } from "../model/words/words"

/** What slots are filled with. */
export type Fillings = {
  works: readonly Work[]
  glossary: readonly GlossaryEntry[]
  /** Documents by their addresses. */
  targets: ReadonlyMap<string, Target>
  /** The id of the series that the body is a part of. */
  series?: string
  /** In which the body is written (BCP 47). */
  language: string
}

/** A body whose slots are filled, and the works that it cites, in the order of its references. */
export type Body = { runs: readonly Run[]; works: readonly CitedWork[] }

/** Fills the slots of a compiled body. */
export function fillSlots(
  runs: readonly Run[],
  { works, glossary, targets, series, language }: Fillings,
): Body {
  const workByKey = new Map(works.map((work) => [work.key, work]))
  const places = new Map<string, Set<string>>()

  const fill = (_all: string, data: string, words: string) => {
    const slot = parseSlot(data)
    if ("name" in slot)
      return escapeHtml(findName(targets, slot.name, wordsOf(language), series) ?? slot.name)
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
