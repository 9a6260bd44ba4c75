import type { Nodes, Root } from "hast"
import { visit } from "unist-util-visit"
import { slotOf } from "../../mdx/slots"

/** Makes a slot of each `<Term>`: what it means stands in the glossary. */
export function placeTerms(tree: Root): void {
  visit(tree, "element", (element) => {
    if (element.tagName !== "Term") return
    const { name } = element.properties
    const term = typeof name === "string" ? name : textOf(element)
    Object.assign(element, slotOf({ term }, element.children))
  })
}

const textOf = (node: Nodes): string => {
  if (node.type === "text") return node.value
  return "children" in node ? node.children.map(textOf).join("") : ""
}
