import type { Element, ElementData } from "hast"
import type { BodyElement } from "../../mdx/body-element"
import { slotOf } from "../../mdx/slot"
import { linkless } from "../../mdx/tag"
import { findNoteId } from "../note/page"
import { citations, type Citation } from "./syntax"

declare module "hast" {
  interface ElementData {
    /** What an element cites, until its place is known. */
    citation?: Citation
  }
}

/** Works of the bibliography that a text cites. */
export const citation = {
  syntax: [citations],
  read: ({ report, facts, placeOf }) => ({
    nodes: {
      citation(node, ancestors) {
        for (const { key, start } of node.items) {
          facts.cites.push({ name: key, place: placeOf(start) })
        }
        for (const place of linkless(ancestors)) {
          const reason = `Unexpected citation ${node.value} in a ${place}, expected it in the text around it, or \\@ for the sign itself`
          report(node, reason, "citation-place")
        }
      },
    },
  }),
  handlers: {
    /** A slot, as what it says of a work stands in another document. */
    citation: (_state, citation: Citation): Element => ({
      type: "element",
      tagName: "fill-slot",
      properties: {},
      data: { citation } as ElementData,
      children: [],
    }),
  },
  /**
   * Gives each mention of a work the id by which its reference leads back to it. From a note one comes
   * back to its number in the text, as the note may not be shown.
   */
  write() {
    const mentions = new Map<string, number>()
    const placeOf = (key: string) => {
      const count = (mentions.get(key) ?? 0) + 1
      mentions.set(key, count)
      const id = `cite-${count}-${key}`
      return { id, from: id }
    }
    return {
      tags: {
        "fill-slot"(element, ancestors) {
          const { citation } = element.data ?? {}
          if (!citation) return
          const from = findNoteId(ancestors)
          const items = citation.items.map(({ start: _start, ...item }) => ({
            ...item,
            ...(from === undefined ? placeOf(item.key) : { from }),
          }))
          element.properties = slotOf({
            citation: { narrative: citation.narrative, items },
          }).properties
        },
      },
    }
  },
} satisfies BodyElement
