import type { Element, ElementContent, Parents, Properties } from "hast"
import { h } from "hastscript"
import type { Image, ImageReference, Nodes, Parent } from "mdast"
import type { BodyElement } from "../../mdx/body-element"
import { attributeOf, isTag, type Attributes, type Tag } from "../../mdx/tag"
import type { PageVisitors } from "../../mdx/walk"
import { imagePlaces, markOf, nameOf, withoutMarks, type ImageUse } from "./use"

/** Of an image as HTML has it; Markdown says the same in less. */
const imgAttributes: Attributes = {
  src: { type: "string", required: true },
  alt: { type: "string" },
  title: { type: "string" },
  width: { type: "string" },
  height: { type: "string" },
}

/** Images, which say in words what they show, unless they are marked as decorations. */
export const image = {
  /** The images in it say nothing that the text does not: they have no alternative text. */
  tags: {
    Decorative: { block: true },
    img: { attributes: imgAttributes },
  },
  read({ report }) {
    const check = (node: Image | ImageReference, ancestors: readonly Nodes[]) => {
      const isDecorative = ancestors.some((outer) => isTag(outer, "Decorative"))
      const reason = findFault(node, isDecorative)
      if (reason !== undefined && !node.data?.hName)
        report(node, `Unexpected ${reason}`, "image-alt")
    }
    return {
      nodes: {
        image(node, ancestors, index) {
          takeWidth(node, ancestors.at(-1), index)
          check(node, ancestors)
        },
        imageReference: check,
      },
      tags: {
        img(tag) {
          const image = imageFrom(tag)
          if (image) return [image]
          report(
            tag,
            "Unexpected <img> without src, expected ![what it shows](file name)",
            "tag-attribute",
          )
          return []
        },
      },
    }
  },
  write: placeImages,
} satisfies BodyElement

/** `{width=50%}` right behind an image, as Pandoc has it. */
const pandocWidth = /^\{\s*width=["']?(\d+(?:\.\d+)?)(%|px)?["']?\s*\}$/

function takeWidth(node: Image, parent: Parent | undefined, index: number): void {
  const next = parent?.children[index + 1]
  const [, number, unit] = (next?.type === "foreignBraces" && pandocWidth.exec(next.value)) || []
  if (number === undefined) return
  parent?.children.splice(index + 1, 1)
  node.data = { ...node.data, hProperties: { width: widthFrom(number, unit) } }
}

const widthFrom = (number: string, unit = "px") => `${number}${unit}`

/** An image that is written as HTML has it. */
function imageFrom(tag: Tag): Image | undefined {
  const url = attributeOf(tag, "src")
  if (url === undefined) return undefined
  const [, number, unit] = /^(\d+(?:\.\d+)?)(%|px)?$/.exec(attributeOf(tag, "width") ?? "") ?? []
  const data = number === undefined ? {} : { hProperties: { width: widthFrom(number, unit) } }
  const { position } = tag
  const [alt, title] = [attributeOf(tag, "alt"), attributeOf(tag, "title")]
  return { type: "image", url, alt: alt ?? "", title: title ?? null, position, data }
}

function findFault(node: Image | ImageReference, isDecorative: boolean): string | undefined {
  const alt = (node.alt ?? "").trim()
  if (isDecorative && alt !== "")
    return "alternative text in <Decorative>, expected none, or no <Decorative>"
  if (!isDecorative && alt === "")
    return "image without alternative text, expected ![what it shows](…), or <Decorative> around it"
  if (alt !== "" && node.type === "image" && alt === nameOf(node.url))
    return "name of the file as alternative text, expected what the image shows"
  return undefined
}

/**
 * Puts marks in the place of images: what files there are of them is known only when the body is
 * written. An image alone in its paragraph is a block, and its title the caption.
 */
function placeImages(): PageVisitors {
  let first = true
  /** The image that is all its paragraph holds, and its title. */
  let alone: { image: Element; caption?: string } | undefined
  const afterHeading = () => void (first = false)

  return {
    nodes: {
      text(node) {
        node.value = withoutMarks(node.value)
      },
    },
    tags: {
      ...Object.fromEntries(["h2", "h3", "h4", "h5", "h6"].map((name) => [name, afterHeading])),
      Decorative: {
        enter(node) {
          node.children = node.children.map(inParagraph)
        },
        leave: ({ children }) => children,
      },
      p: {
        enter(node) {
          const image = findOnly(node)
          alone = image && { image }
        },
        leave({ children }) {
          if (!alone) return
          const { caption } = alone
          alone = undefined
          const tag = caption === undefined ? "p" : "figure"
          const figcaption = caption === undefined ? null : h("figcaption", caption)
          return [h(tag, { className: ["image"] }, children, figcaption)]
        },
      },
      img: {
        leave(node, ancestors) {
          const { src, alt, title, width } = node.properties
          const isAlone = alone?.image === node
          if (isAlone && alone) alone.caption = lineOf(title)
          const value = markOf({
            src: typeof src === "string" ? src : "",
            alt: lineOf(alt) ?? "",
            title: isAlone ? undefined : lineOf(title),
            width: typeof width === "string" ? width : undefined,
            ...contextIn(ancestors, isAlone),
            first,
          })
          first = false
          return [{ type: "text", value }]
        },
      },
    },
  }
}

/** The image that is all an element holds, but for a link around it. */
function findOnly({ children }: Element): Element | undefined {
  let only: ElementContent | undefined
  for (const child of children) {
    if (child.type === "text" && child.value.trim() === "") continue
    if (only) return undefined
    only = child
  }
  if (only?.type !== "element") return undefined
  if (only.tagName === "img") return only
  return only.tagName === "a" ? findOnly(only) : undefined
}

const inParagraph = (node: ElementContent): ElementContent =>
  node.type === "element" && node.tagName === "img" ? h("p", node) : node

function contextIn(
  ancestors: readonly Parents[],
  isAlone: boolean,
): Pick<ImageUse, "place" | "block" | "linked"> {
  let place: ImageUse["place"] = "text"
  let block = false
  let linked = false
  for (const node of ancestors) {
    if (node.type !== "element") continue
    const { tagName, properties } = node
    if (tagName === "figure") place = findPlace(properties) ?? place
    if (tagName === "a") linked = true
    else block = tagName === "figure"
  }
  return { place, block: block || isAlone, linked }
}

function findPlace({ className }: Properties) {
  const classes = new Set([className].flat())
  return imagePlaces.find((place) => classes.has(`figure-${place}`))
}

/** A text as one line, however the author broke it. */
const lineOf = (value: Properties[string]) =>
  typeof value === "string" ? value.replaceAll(/\s+/g, " ").trim() : undefined
