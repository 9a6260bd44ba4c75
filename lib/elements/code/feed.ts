import type { ElementContent } from "hast"
import { classesOf, element, findElement, isElement, text } from "../../mdx/feed-element"
import type { Source, SourceNode } from "../../mdx/feed-element"

/** A block of code for feeds: what names it, and its text without colours. */
export function feedCode(figure: Source): readonly ElementContent[] {
  const code = findElement(figure, "code")
  const names = [findElement(figure, "figcaption"), findElement(figure, "summary")]
  return [
    ...names.flatMap((name) => (name ? [labelOf(textIn(name))] : [])),
    ...(code ? [element("pre", [element("code", [text(codeIn(code))])])] : []),
  ]
}

const labelOf = (words: string) => element("p", [element("strong", [text(words)])])

/** Lines that were added and removed begin as in a diff; remarks have their numbers in brackets. */
function codeIn(code: Source): string {
  const isChanged = code.childNodes.some((line) => signOf(line) !== "  ")
  return code.childNodes.map((line) => (isChanged ? signOf(line) : "") + textIn(line)).join("")
}

function signOf(node: SourceNode): string {
  if (!isElement(node) || !classesOf(node).includes("line")) return "  "
  return node.tagName === "ins" ? "+ " : node.tagName === "del" ? "- " : "  "
}

function textIn(node: SourceNode): string {
  if (!isElement(node)) return "value" in node ? node.value : ""
  const words = node.childNodes.map(textIn).join("")
  return classesOf(node).includes("code-mark") ? `  (${words})` : words
}
