import type { Root } from "hast"
import { visit } from "unist-util-visit"

/** Makes tags of links without a text: only the index knows what another document calls itself. */
export function markReferences(tree: Root): void {
  visit(tree, "element", (element) => {
    const { tagName, properties, children } = element
    const { href } = properties
    if (tagName !== "a" || children.length > 0 || typeof href !== "string") return
    if (!href.startsWith("/")) return
    element.tagName = "CrossReference"
    element.properties = { href }
  })
}
