import type { Element, ElementContent, Nodes } from "hast"
import { toString as htmlText } from "hast-util-to-string"
import type { Html } from "mdast"

/** Markdown that is written already. */
export const raw = (value: string): Html => ({ type: "html", value })

/** Every element of a name in a tree, in the order of the text. */
export function findAll(node: Nodes, name: string): Element[] {
  if (!("children" in node)) return []
  return node.children.flatMap((child) => [
    ...(child.type === "element" && child.tagName === name ? [child] : []),
    ...findAll(child as Nodes, name),
  ])
}

/** `<br>` within code is the end of a line. */
export function replaceBreaks(node: Element): Element {
  const children = node.children.map((child) =>
    child.type !== "element"
      ? child
      : child.tagName === "br"
        ? { type: "text" as const, value: "\n" }
        : replaceBreaks(child),
  )
  return { ...node, children }
}

const lineEnd = (): Element => ({ type: "element", tagName: "br", properties: {}, children: [] })

/** A cell of Markdown is one line: blocks in it follow each other behind line breaks. */
export function flattenCell(cell: Element): void {
  const inline = (node: Element): ElementContent[] =>
    node.children.flatMap((child): ElementContent[] => {
      if (child.type !== "element") return [child]
      const { tagName } = child
      if (tagName === "pre") return codeLines(child)
      if (tagName === "li") return [{ type: "text", value: "• " }, ...inline(child), lineEnd()]
      if (tagName === "p" || tagName === "div") return [...inline(child), lineEnd()]
      return /^(?:ul|ol|table|tbody|tr|td)$/.test(tagName)
        ? inline(child)
        : [{ ...child, children: inline(child) }]
    })
  cell.children = inline(cell)
  while (cell.children.length > 0 && isGap(cell.children.at(-1))) cell.children.pop()
}

const isGap = (node: ElementContent | undefined) =>
  (node?.type === "element" && node.tagName === "br") ||
  (node?.type === "text" && node.value.trim() === "")

const codeLines = (node: Element): ElementContent[] =>
  htmlText(replaceBreaks(node))
    .trimEnd()
    .split("\n")
    .flatMap((line): ElementContent[] => [
      {
        type: "element",
        tagName: "code",
        properties: {},
        children: [{ type: "text", value: line }],
      },
      lineEnd(),
    ])
