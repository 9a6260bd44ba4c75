import type { Element, Nodes } from "hast"
import { h } from "hastscript"
import { drop, findElement, hasClass, isElement, type FeedRules } from "../../mdx/feed"

export const codeFeed: FeedRules = {
  /** What names the block, and its text without colours. */
  ".code"(figure) {
    const code = findElement(figure, "code")
    const names = [findElement(figure, "figcaption"), findElement(figure, "summary")]
    return [
      ...names.flatMap((name) => (name ? h("p", h("strong", textIn(name))) : [])),
      ...(code ? [h("pre", h("code", codeIn(code)))] : []),
    ]
  },
  ".code-back": drop,
}

/** Lines that were added and removed begin as in a diff; remarks have their numbers in brackets. */
function codeIn({ children }: Element): string {
  const isChanged = children.some((line) => signOf(line) !== "  ")
  return children.map((line) => (isChanged ? signOf(line) : "") + textIn(line)).join("")
}

function signOf(node: Nodes): string {
  if (!isElement(node) || !hasClass(node, "line")) return "  "
  return node.tagName === "ins" ? "+ " : node.tagName === "del" ? "- " : "  "
}

function textIn(node: Nodes): string {
  if (!isElement(node)) return "value" in node ? node.value : ""
  const words = node.children.map(textIn).join("")
  return hasClass(node, "code-mark") ? `  (${words})` : words
}
