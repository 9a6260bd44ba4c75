import type { Element, ElementContent } from "hast"
import { h } from "hastscript"
import type { Data } from "unist"
import { formatNumbered, type NumberedKind } from "../../model/labels"
import type { BodyContext, BodyElement } from "../../mdx/body-element"
import { attributeOf, findAttribute, type Attributes, type Tag } from "../../mdx/tag"
import { checkFigure, checkIds } from "./check"
import { captionsOf } from "./caption"
import { wordsOf } from "../../model/words/words"

declare module "unist" {
  interface Data {
    /** What numbers a figure, a table or an equation, and what a link can lead to. */
    label?: { kind: NumberedKind; id?: string; number: number; name: string }
  }
}

type Label = NonNullable<Data["label"]>

const attributes = {
  id: { type: "string" },
  width: {
    type: "string",
    pattern: { form: /^(?:text|wide|full|margin)$/, name: "text, wide, full or margin" },
  },
} as const satisfies Attributes

/** Anything with a caption; a table has its caption above. */
export const figure = {
  tags: {
    Figure: { attributes, block: true, html: figureOf },
    Table: { attributes, block: true, html: figureOf },
  },
  read(body) {
    const { report, targets } = body
    const visitor = (kind: "figure" | "table") => ({
      enter(node: Tag) {
        const id = attributeOf(node, "id")
        targets.push({ kind, node, id, at: findAttribute(node, "id") })
      },
      leave: (node: Tag) => checkFigure(node, report),
    })
    return {
      tags: { Figure: visitor("figure"), Table: visitor("table") },
      finish() {
        checkIds(body)
        numberTargets(body)
      },
    }
  },
} satisfies BodyElement

/** Numbers figures, tables and equations in the order of the text, and marks captions. */
function numberTargets({ targets, language }: BodyContext): void {
  const words = wordsOf(language)
  const counts: Record<NumberedKind, number> = { figure: 0, table: 0, equation: 0 }
  for (const target of targets) {
    if (target.kind === "section") continue
    const { kind, id, node } = target
    const captions = target.kind === "equation" ? [] : captionsOf(target.node)
    for (const caption of captions) caption.data = { ...caption.data, hName: "figcaption" }
    if (id === undefined && captions.length === 0) continue
    const number = ++counts[kind]
    const name = formatNumbered(kind, number, words)
    node.data = { ...node.data, label: { kind, id, number, name } }
    target.name = name
    if (id !== undefined) target.label = { id, kind, number }
  }
}

function figureOf({ tagName, properties, children }: Element, { data }: Tag): Element {
  const { id, width = "text" } = properties
  const isTable = tagName === "Table"
  const className = ["figure", `figure-${String(width)}`, ...(isTable ? ["figure-table"] : [])]
  const content = children.filter((child) => !isCaption(child))
  const caption = captionOf(children.filter(isCaption), data?.label)
  if (caption[0] && data?.label) nameBoxes(content, caption[0], data.label)
  const ordered = isTable ? [...caption, ...content] : [...content, ...caption]
  return h("figure", { id, className }, ordered)
}

/** Gives the boxes in which tables scroll the name that their caption has. */
function nameBoxes(content: readonly ElementContent[], caption: Element, label: Label): void {
  const boxes = content.filter((node) => node.type === "element" && isBox(node)) as Element[]
  if (boxes.length === 0) return
  const id = `${label.kind}.${label.number}.caption`
  caption.properties["id"] = id
  for (const { properties } of boxes) {
    delete properties["ariaLabel"]
    properties["ariaLabelledBy"] = [id]
  }
}

const isBox = ({ properties: { className } }: Element) => [className].flat().includes("scroll")

const isCaption = (node: ElementContent): node is Element =>
  node.type === "element" && node.tagName === "figcaption"

/** One caption, of one paragraph or of several, with its number before it. */
function captionOf(captions: readonly Element[], label: Label | undefined): readonly Element[] {
  if (captions[0] && label) {
    const name = `${label.name}.`
    const number = h("span", { className: ["figure-number"] }, name)
    captions[0].children.unshift(number, { type: "text", value: " " })
  }
  if (captions.length < 2) return captions
  const paragraphs = captions.map((one) => ({ ...one, tagName: "p" }))
  return [h("figcaption", paragraphs)]
}
