import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import type { CitedItem } from "./syntax"
import type { ReportAt } from "../../mdx/tag-check"

/** What a body cites. A citation is a link, and so has no place in one, nor in a heading. */
export function citationsIn(tree: Root, report: ReportAt): readonly CitedItem[] {
  const items: CitedItem[] = []
  visit(tree, (node: Nodes) => {
    if (node.type === "citation") items.push(...node.items)
    const place = places[node.type]
    if (place === undefined) return
    visit(node, "citation", (citation) => {
      const reason = `Unexpected citation ${citation.value} in a ${place}, expected it in the text around it, or \\@ for the sign itself`
      report(citation, reason, "citation-place")
    })
  })
  return items
}

const places: Readonly<Record<string, string>> = {
  link: "link",
  linkReference: "link",
  heading: "heading",
}
