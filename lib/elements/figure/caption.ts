import type { Nodes, Paragraph } from "mdast"
import type { Tag } from "../../mdx/tag"

/** The paragraphs below what a figure shows; all that a table has. */
export function captionsOf({ name, children }: Tag): readonly Paragraph[] {
  const last = (children as Nodes[]).findLastIndex((child) => !isCaption(child))
  const candidates: Nodes[] = name === "Table" ? children : children.slice(last + 1)
  return candidates.filter(isCaption)
}

const isCaption = (node: Nodes): node is Paragraph => node.type === "paragraph" && !isPictures(node)

/** Whether there is nothing but images in it. */
export function isPictures(node: Nodes): boolean {
  if (node.type === "image" || node.type === "imageReference") return true
  if (node.type === "text") return node.value.trim() === ""
  return "children" in node && node.children.length > 0 && node.children.every(isPictures)
}
