import type { Nodes } from "mdast"
import { parseText } from "../../mdx/literal"
import { formulaText } from "../math/formula"

/** What a node says, without marks, pictures, comments and footnote numbers. */
export function textOf(node: Nodes): string {
  if ("children" in node) return node.children.map(textOf).join("")
  if (node.type === "text" || node.type === "inlineCode") return node.value
  if (node.type === "inlineMath") return formulaText(node)
  if (node.type !== "mdxTextExpression") return ""
  try {
    return parseText(node.data?.estree)
  } catch {
    return "" // the check refuses it
  }
}
