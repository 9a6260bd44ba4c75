import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import type { ReportAt } from "../../mdx/tag-check"

/** What a disclosure is opened by comes first in it: a browser would write "Details" instead. */
export function holdDisclosures(tree: Root, report: ReportAt): void {
  visit(tree, ["mdxJsxFlowElement", "mdxJsxTextElement"], (node: Nodes) => {
    if (!("name" in node) || node.name !== "details") return
    const first = node.children.find((child) => child.type !== "text" || child.value.trim() !== "")
    // One that goes on as text is in a paragraph, which is refused as that.
    const start = first?.type === "paragraph" ? first.children[0] : first
    if (start && "name" in start && start.name === "summary") return
    const reason =
      "Unexpected <details> without <summary>, expected <summary>…</summary> first in it"
    report(node, reason, "tag-place")
  })
}
