import type { Link, Nodes, Paragraph, Root } from "mdast"
import type {} from "mdast-util-math"
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx"
import { visit } from "unist-util-visit"
import { formatNumbered, type NumberedKind } from "../../model/labels"

declare module "unist" {
  interface Data {
    /** What numbers a figure, a table or an equation, and what a link can lead to. */
    label?: { kind: NumberedKind; id?: string; number: number }
  }
}

type Tag = MdxJsxFlowElement | MdxJsxTextElement

/**
 * Numbers figures, tables and equations in the order of the text, marks captions, and gives links
 * without a text the name of what they lead to, as far as it is in this body.
 *
 * @param headings the names of its headings, by their ids
 */
export function addLabels(tree: Root, headings: ReadonlyMap<string, string>): void {
  const counts: Record<NumberedKind, number> = { figure: 0, table: 0, equation: 0 }
  const names = new Map(headings)
  const nameless: Link[] = []

  visit(tree, (node: Nodes) => {
    if (node.type === "link" && node.children.length === 0) nameless.push(node)
    const numbered = numberedOf(node)
    if (!numbered) return
    const number = ++counts[numbered.kind]
    node.data = { ...node.data, label: { ...numbered, number } }
    const { kind, id } = numbered
    if (id !== undefined && !names.has(id)) names.set(id, formatNumbered(kind, number))
  })
  for (const link of nameless) {
    const name = link.url.startsWith("#") ? names.get(idIn(link.url)) : undefined
    if (name !== undefined) link.children.push({ type: "text", value: name })
  }
}

/** Whether a body may hold what {@link addLabels} looks for. */
export const mayHoldLabels = (body: string) => /<(?:Figure|Table)\b|\\label|\[\]\(/.test(body)

/** The id in a link such as `#unet`. */
function idIn(url: string): string {
  try {
    return decodeURIComponent(url.slice(1))
  } catch {
    return url.slice(1) // the check refuses it
  }
}

function numberedOf(node: Nodes): { kind: NumberedKind; id?: string } | undefined {
  if (node.type === "math") {
    const id = labelPlaces(node.value)[0]?.id
    return id === undefined ? undefined : { kind: "equation", id }
  }
  if (!isFigure(node)) return undefined
  const captions = captionsOf(node)
  for (const caption of captions) caption.data = { ...caption.data, hName: "figcaption" }
  const id = attributeOf(node, "id")
  if (id === undefined && captions.length === 0) return undefined
  return { kind: node.name === "Table" ? "table" : "figure", id }
}

/** Whether it is a tag of a figure or a table. */
export const isFigure = (node: Nodes): node is Tag =>
  (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") &&
  (node.name === "Figure" || node.name === "Table")

/** The text of an attribute. */
export function attributeOf({ attributes }: Tag, name: string): string | undefined {
  const attribute = attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === name)
  return typeof attribute?.value === "string" ? attribute.value : undefined
}

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

const labelPattern = /\\label\s*\{([^{}]*)\}/g

/** The ids that TeX gives a formula, and where they are in it. */
export const labelPlaces = (tex: string): readonly { id: string; offset: number }[] =>
  [...tex.matchAll(labelPattern)].map(({ 1: id = "", index }) => ({ id: id.trim(), offset: index }))

/** TeX without its labels, every other character where it was. */
export const withoutLabels = (tex: string) =>
  tex.replaceAll(labelPattern, (label) => label.replaceAll(/[^\n]/g, " "))
