import type { Element, Nodes, Root } from "hast"
import { visit } from "unist-util-visit"

/** Gives a body's elements what a page needs of them: anchors, boxes that scroll, alignment. */
export function dressElements(tree: Root): void {
  visit(tree, "element", (element, index, parent) => {
    switch (element.tagName) {
      case "h2":
      case "h3":
      case "h4":
        addAnchor(element)
        return
      case "th":
      case "td":
        align(element)
        return
      case "table":
        if (!parent || index === undefined || isBox(parent)) return
        parent.children.splice(index, 1, boxOf(element))
    }
  })
}

/** A heading has a link to itself; the one above the notes is not the author's. */
function addAnchor({ properties, children }: Element): void {
  const { id } = properties
  if (typeof id !== "string" || id === "footnote-label") return
  children.push({
    type: "element",
    tagName: "a",
    properties: { href: `#${id}`, className: ["anchor"], ariaLabel: "Link to this section" },
    children: [{ type: "text", value: "#" }],
  })
}

/** What is wider than the page scrolls in a box of its own, which the keyboard can reach. */
const region = (label: string) => ({ role: "region", ariaLabel: label, tabIndex: 0 })

const boxOf = (table: Element): Element => ({
  type: "element",
  tagName: "div",
  properties: { className: ["scroll"], ...region("Table") },
  children: [table],
})

const isBox = (node: Nodes) =>
  node.type === "element" && [node.properties["className"]].flat().includes("scroll")

/** HTML has no attribute for alignment any more; a style would need a looser policy. */
function align({ properties }: Element): void {
  const { align } = properties
  delete properties["align"]
  if (typeof align === "string") properties["dataAlign"] = align
}
