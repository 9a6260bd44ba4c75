import type { Element, Nodes, Root } from "hast"
import { visit } from "unist-util-visit"
import type { Citation } from "./syntax"
import { isSection, listItemsOf } from "../note/html"
import { slotOf } from "../../mdx/slots"

declare module "hast" {
  interface ElementData {
    /** What an element cites, until its place is known. */
    citation?: Citation
  }
}

/** The element of a citation: a slot, as what it says of a work stands in another document. */
export const citationElement = (citation: Citation): Element => ({
  type: "element",
  tagName: "fill-slot",
  properties: {},
  data: { citation },
  children: [],
})

/**
 * Gives each mention of a work the id by which its reference leads back to it. From a note one comes
 * back to its number in the text, as the note may not be shown.
 */
export function placeCitations(tree: Root): void {
  const mentions = new Map<string, number>()
  const place = (key: string) => {
    const count = (mentions.get(key) ?? 0) + 1
    mentions.set(key, count)
    const id = `cite-${count}-${key}`
    return { id, from: id }
  }
  for (const child of tree.children) {
    if (isSection(child)) {
      for (const item of listItemsOf(child)) {
        const from = String(item.properties["id"]).replace("fn-", "fnref-")
        fill(item, () => ({ from }))
      }
    } else fill(child, place)
  }
}

function fill(node: Nodes, place: (key: string) => { id?: string; from: string }): void {
  visit(node, "element", (element) => {
    const { citation } = element.data ?? {}
    if (!citation) return
    const items = citation.items.map(({ start: _start, ...item }) => ({
      ...item,
      ...place(item.key),
    }))
    Object.assign(element, slotOf({ citation: { narrative: citation.narrative, items } }))
  })
}
