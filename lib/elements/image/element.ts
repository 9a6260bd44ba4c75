import type { Element, ElementContent, Parents, Properties } from "hast"
import { h } from "hastscript"
import type { Image, ImageReference, Nodes } from "mdast"
import type { BodyElement } from "../../mdx/body-element"
import { isTag } from "../../mdx/tag"
import type { PageVisitors } from "../../mdx/walk"
import { imagePlaces, markOf, nameOf, withoutMarks, type ImageUse } from "./use"

/** Images, which say in words what they show, unless they are marked as decorations. */
export const image = {
  /** The images in it say nothing that the text does not: they have no alternative text. */
  tags: { Decorative: { block: true } },
  read({ report }) {
    const check = (node: Image | ImageReference, ancestors: readonly Nodes[]) => {
      const isDecorative = ancestors.some((outer) => isTag(outer, "Decorative"))
      const reason = findFault(node, isDecorative)
      if (reason !== undefined) report(node, `Unexpected ${reason}`, "image-alt")
    }
    return { nodes: { image: check, imageReference: check } }
  },
  write: placeImages,
} satisfies BodyElement

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
          const { src, alt, title } = node.properties
          const isAlone = alone?.image === node
          if (isAlone && alone) alone.caption = lineOf(title)
          const value = markOf({
            src: typeof src === "string" ? src : "",
            alt: lineOf(alt) ?? "",
            title: isAlone ? undefined : lineOf(title),
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
