import type { Root } from "hast"
import { visit } from "unist-util-visit"
import { slotOf } from "../../mdx/slots"

/** Puts slots into links without a text: what another document is called stands in the index. */
export function placeReferences(tree: Root): void {
  visit(tree, "element", ({ tagName, properties, children }) => {
    const { href } = properties
    if (tagName !== "a" || children.length > 0 || typeof href !== "string") return
    if (href.startsWith("/")) children.push(slotOf({ name: href }))
  })
}
