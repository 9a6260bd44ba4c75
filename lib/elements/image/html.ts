import type { Element, ElementContent, Nodes, Parents, Properties, Root } from "hast"
import type { Run } from "../../source/compile"

/** How a body uses an image. */
export type ImageUse = {
  /** As it is written: the name of a file beside the post, or an address elsewhere. */
  src: string
  /** Empty where it is only a decoration. */
  alt: string
  /** Shown when a pointer rests on it; that of an image alone is its caption instead. */
  title?: string
  /** How wide the figure around it is. */
  place: Place
  /** Whether it is a block, and no part of a line. */
  block: boolean
  /** Whether it is a link, or within one. */
  linked: boolean
  /** Whether it comes before all sections, so that a reader sees it at once. */
  first: boolean
}

const places = ["text", "wide", "full", "margin"] as const
type Place = (typeof places)[number]

/**
 * Stands before and after a use of an image in compiled HTML, until {@link fillImages} puts a picture
 * there. No text holds it: the check refuses control characters.
 */
const mark = "\u0001"

/**
 * Puts marks in the place of images: what files there are of them is known only when the body is
 * written. An image alone in its paragraph is a block, and its title the caption.
 */
export function markImages(tree: Root): void {
  const progress = { first: true }
  markIn(tree, { place: "text", block: false, linked: false }, progress)
}

type Context = Pick<ImageUse, "place" | "block" | "linked">

function markIn(parent: Parents, context: Context, progress: { first: boolean }): void {
  parent.children = parent.children.flatMap((node): Nodes[] => {
    if (node.type === "text") node.value = node.value.replaceAll(mark, "")
    if (node.type !== "element") return [node]
    if (/^h[2-6]$/.test(node.tagName)) progress.first = false

    const inner = contextIn(node, context)
    if (node.tagName === "img") return [markOf(node, context, progress)]
    if (node.tagName === "Decorative") {
      const unwrapped = { ...node, children: node.children.map(inParagraph) }
      markIn(unwrapped, inner, progress)
      return unwrapped.children
    }
    const picture = node.tagName === "p" ? findOnly(node) : undefined
    if (!picture) {
      markIn(node, inner, progress)
      return [node]
    }
    const image = picture.tagName === "a" ? findOnly(picture) : picture
    const title = lineOf(image?.properties["title"])
    delete image?.properties["title"]
    markIn(node, { ...inner, block: true }, progress)
    return [blockOf(node.children, title)]
  }) as typeof parent.children
}

function contextIn({ tagName, properties }: Element, context: Context): Context {
  if (tagName === "a") return { ...context, linked: true }
  if (tagName !== "figure") return { ...context, block: false }
  const classes = new Set([properties["className"]].flat())
  const place = places.find((place) => classes.has(`figure-${place}`))
  return { ...context, place: place ?? context.place, block: true }
}

/** The image, or the link around one, that is all an element holds. */
function findOnly({ children }: Element): Element | undefined {
  const [only, ...others] = children.filter(
    (child) => child.type !== "text" || child.value.trim() !== "",
  )
  if (only?.type !== "element" || others.length > 0) return undefined
  if (only.tagName === "a") return findOnly(only)?.tagName === "img" ? only : undefined
  return only.tagName === "img" ? only : undefined
}

const inParagraph = (node: ElementContent): ElementContent =>
  node.type === "element" && node.tagName === "img"
    ? { type: "element", tagName: "p", properties: {}, children: [node] }
    : node

function blockOf(children: ElementContent[], caption?: string): Element {
  const properties = { className: ["image"] }
  if (caption === undefined) return { type: "element", tagName: "p", properties, children }
  const figcaption: Element = {
    type: "element",
    tagName: "figcaption",
    properties: {},
    children: [{ type: "text", value: caption }],
  }
  return { type: "element", tagName: "figure", properties, children: [...children, figcaption] }
}

function markOf({ properties }: Element, context: Context, progress: { first: boolean }) {
  const { src, alt, title } = properties
  const use: ImageUse = {
    src: typeof src === "string" ? src : "",
    alt: lineOf(alt) ?? "",
    title: lineOf(title),
    ...context,
    first: progress.first,
  }
  progress.first = false
  const value = `${mark}${encodeURIComponent(JSON.stringify(use))}${mark}`
  return { type: "text" as const, value }
}

/** A text as one line, however the author broke it. */
const lineOf = (value: Properties[string]) =>
  typeof value === "string" ? value.replaceAll(/\s+/g, " ").trim() : undefined

/** A compiled body with HTML in the places of its images. */
export const fillImages = (
  runs: readonly Run[],
  htmlOf: (use: ImageUse) => string,
): readonly Run[] =>
  runs.map((run) =>
    typeof run === "string"
      ? fillHtml(run, htmlOf)
      : { ...run, children: fillImages(run.children, htmlOf) },
  )

const fillHtml = (html: string, htmlOf: (use: ImageUse) => string) =>
  html
    .split(mark)
    .map((piece, index) =>
      index % 2 === 0 ? piece : htmlOf(JSON.parse(decodeURIComponent(piece)) as ImageUse),
    )
    .join("")

/** Whether an image is one of another site. */
export const isElsewhere = (src: string) => /^https?:\/\//i.test(src)

/**
 * The name of a file beside the post, as its address says it. macOS writes é as two characters, and
 * means the same.
 */
export function nameOf(src: string): string {
  const name = src.replace(/^\.\//, "")
  try {
    return decodeURIComponent(name).normalize("NFC")
  } catch {
    return name.normalize("NFC")
  }
}
