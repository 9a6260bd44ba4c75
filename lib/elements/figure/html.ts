import type { Element, ElementContent, Root } from "hast"
import { visit } from "unist-util-visit"
import { formatNumbered } from "../../model/labels"

/** Makes `<figure>`s of the tags `<Figure>` and `<Table>`. */
export function dressFigures(tree: Root): void {
  visit(tree, "element", (element) => {
    if (element.tagName === "Figure" || element.tagName === "Table") dressFigure(element)
  })
}

function dressFigure(element: Element): void {
  const { tagName, properties, children, data } = element
  const isTable = tagName === "Table"
  const width = typeof properties["width"] === "string" ? properties["width"] : "text"
  const content = children.filter((child) => !isCaption(child))
  const captions = children.filter(isCaption)
  const label = data?.label
  const caption = captionOf(captions, label && formatNumbered(label.kind, label.number))

  element.tagName = "figure"
  element.properties = {
    id: properties["id"],
    className: ["figure", `figure-${width}`, ...(isTable ? ["figure-table"] : [])],
  }
  element.children = isTable ? [...caption, ...content] : [...content, ...caption]
}

const isCaption = (node: ElementContent): node is Element =>
  node.type === "element" && node.tagName === "figcaption"

/** One caption, of one paragraph or of several, with its number before it. */
function captionOf(captions: readonly Element[], name: string | undefined): readonly Element[] {
  const [first] = captions
  if (!first) return []
  if (name !== undefined) {
    const number: Element = {
      type: "element",
      tagName: "span",
      properties: { className: ["figure-number"] },
      children: [{ type: "text", value: `${name}.` }],
    }
    first.children.unshift(number, { type: "text", value: " " })
  }
  if (captions.length === 1) return captions
  const children = captions.map((one): Element => ({ ...one, tagName: "p" }))
  return [{ type: "element", tagName: "figcaption", properties: {}, children }]
}
