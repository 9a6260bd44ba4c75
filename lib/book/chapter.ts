import type { Element, ElementContent, Nodes, Properties } from "hast"
import { fromHtml } from "hast-util-from-html"
import { toString } from "hast-util-to-string"
import { h } from "hastscript"
import { drawingOf } from "./drawing"

/** A page of the site as a chapter: what it has on paper, without what only a browser can do. */
export type Chapter = { title: string; sections: readonly Section[]; content: ElementContent[] }

/** A heading that the contents list, by its id. */
export type Section = { id: string; title: string }

/** What a chapter is made with. */
export type Bookbinding = {
  /** What an address of the page leads to in the book, or on the web. */
  linkOf: (address: string) => string
  /** What a picture is in the book, by its address; undefined if it is not there. */
  pictureOf: (address: string) => string | undefined
}

/**
 * Makes a page a chapter of an EPUB: XHTML without scripts (EPUB 3.3, section 6.1).
 *
 * @param html the whole page
 * @throws Error if it is no page of the site
 */
export function chapterFrom(html: string, binding: Bookbinding): Chapter {
  const content = contentOf(html)
  const sections: Section[] = []
  const chapter = rewriteAll(content.children, { ...binding, sections })
  const [title] = findAll({ type: "root", children: chapter }, ({ tagName }) => tagName === "h1")
  const words = title ? toString(title).replaceAll(/\s+/g, " ").trim() : ""
  return { title: words, sections, content: chapter }
}

/** What a page is about: all but the frame that pages share. @throws Error if there is none */
export function contentOf(html: string): Element {
  const [content] = findAll(fromHtml(html), ({ properties }) => properties.id === "content")
  if (!content) throw new Error("Unexpected HTML, expected an element #content")
  return content
}

/** The elements in a tree for which something holds, but for those in one of them. */
export function findAll(node: Nodes, is: (element: Element) => boolean): readonly Element[] {
  if (node.type === "element" && is(node)) return [node]
  return "children" in node ? node.children.flatMap((child) => findAll(child, is)) : []
}

type Context = Bookbinding & { sections: Section[] }

/** What is on no paper: what a screen is for, and what stands beside the text and at its end. */
const screenOnly = new Set([
  "print:hidden",
  "scripted",
  "figure-controls",
  "figure-numbers",
  "anchor",
  "note",
  "tab-list",
  "data-footnote-backref",
  "post-end",
])
const dropped =
  /^(?:script|style|template|button|input|select|textarea|nav|dialog|link|meta|read-toggle)$/
const moving = /^(?:video|audio|iframe|object|embed)$/

const rewriteAll = (nodes: readonly Nodes[], context: Context): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [{ type: "text", value: node.value }]
    return node.type === "element" ? rewrite(node, context) : []
  })

function rewrite(element: Element, context: Context): ElementContent[] {
  const { tagName, properties } = element
  if (isForScreens(element)) return []
  if (tagName === "math") return [formulaOf(element)]
  if (tagName === "svg") return [drawingOf(element)]
  if (tagName === "img") return pictureOf(element, context)
  if (moving.test(tagName)) return elsewhere(element, context)
  const name = nameOf(element)
  const inner = rewriteAll(element.children, context)
  const between = betweenIn(element)
  const children = between === undefined ? inner : joined(inner, between)
  if (tagName === "h2" && typeof properties.id === "string") {
    context.sections.push({ id: idOf(properties.id), title: toString(h("p", children)) })
  }
  return [h(name, propertiesOf(element, context), children)]
}

/** What stands between the children of lists that styles set apart on the site. */
function betweenIn(element: Element): string | undefined {
  if (classesOf(element).includes("meta")) return " · "
  const isBar = element.tagName === "li" && findAll(element, ({ tagName }) => tagName === "rect")[0]
  return isBar ? " " : undefined
}

const joined = (nodes: readonly ElementContent[], between: string): ElementContent[] =>
  nodes
    .filter((node) => node.type === "element" && (node.tagName === "svg" || toString(node) !== ""))
    .flatMap((node, index) => (index === 0 ? [node] : [{ type: "text", value: between }, node]))

const classesOf = ({ properties: { className } }: Element): readonly string[] =>
  Array.isArray(className) ? className.map(String) : []

function isForScreens(element: Element): boolean {
  const { tagName, properties } = element
  if (dropped.test(tagName) || classesOf(element).some((name) => screenOnly.has(name))) return true
  // How much of a course a part covers, in stripes; and whether it has been read.
  return properties["dataRead"] !== undefined || (tagName === "div" && properties.role === "img")
}

const blocks =
  /^(?:address|article|aside|blockquote|details|div|dl|figure|footer|h[1-6]|header|hr|ol|p|pre|section|table|ul)$/

/** Elements of our own have none in a book, and nothing in one opens. */
function nameOf(element: Element): string {
  const { tagName } = element
  if (tagName === "details" || tagName === "article") return "div"
  if (tagName === "picture") return "span"
  const isLine = tagName === "summary" || tagName === "output"
  if (!isLine && !tagName.includes("-")) return tagName
  const holdsBlocks = element.children.some(
    (child) => findAll(child, (inner) => blocks.test(inner.tagName)).length > 0,
  )
  return holdsBlocks ? "div" : isLine ? "p" : "span"
}

const kept = ["title", "start", "value", "reversed", "type", "colSpan", "rowSpan", "scope"] as const

function propertiesOf(element: Element, { linkOf }: Context): Properties {
  const { tagName, properties } = element
  const { id, href, lang, dir, dateTime, dataShade, dataBelow, ariaLabel } = properties
  const classes = classesOf(element).filter((name) => /^[a-z][a-z0-9-]*$/.test(name))
  const isNote = tagName === "a" && classes.includes("note-ref")
  const address = typeof href === "string" ? (isNote ? href.replace("#note-", "#fn-") : href) : ""
  return {
    ...Object.fromEntries(kept.map((name) => [name, properties[name]])),
    id: typeof id === "string" ? idOf(id) : undefined,
    href: tagName === "a" && address !== "" ? linkOf(address) : undefined,
    lang,
    "xml:lang": typeof lang === "string" ? lang : undefined,
    dir,
    dateTime,
    dataShade,
    dataBelow,
    ariaLabel: tagName === "table" ? ariaLabel : undefined,
    className: classes.length > 0 ? classes : undefined,
    "epub:type": isNote ? "noteref" : undefined,
  }
}

/** An id as XML has it: a name that begins with no number, and has neither colon nor space. */
export const idOf = (id: string): string =>
  id.replace(/^(?![\p{L}_])/u, "_").replaceAll(/[^\p{L}\p{N}\p{M}._-]/gu, "_")

/**
 * A formula with its TeX for who has it read aloud by a program that knows no MathML. As an annotation, such
 * programs would print it behind the letters.
 */
function formulaOf(math: Element): Element {
  const [tex] = findAll(math, ({ tagName }) => tagName === "annotation")
  const alttext = tex && toString(tex)
  const properties = { ...math.properties, xmlns: "http://www.w3.org/1998/Math/MathML", alttext }
  return { ...withoutAnnotations(math), properties }
}

const withoutAnnotations = (element: Element): Element => ({
  ...element,
  children: element.children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child]
    return child.tagName === "annotation" ? [] : [withoutAnnotations(child)]
  }),
})

function pictureOf({ properties }: Element, context: Context): ElementContent[] {
  const { src, alt, width, height } = properties
  const file = context.pictureOf(String(src))
  if (file !== undefined) return [h("img", { src: file, alt: alt ?? "", width, height })]
  return [h("a", { href: context.linkOf(String(src)) }, String(alt || src))]
}

/** What moves or sounds, or is somebody else's page, is led to. */
function elsewhere(element: Element, { linkOf }: Context): ElementContent[] {
  const [source] = findAll(element, ({ properties }) => properties.src !== undefined)
  const { src = source?.properties.src, data, title, ariaLabel } = element.properties
  const address = src ?? data
  if (typeof address !== "string") return []
  return [h("p", h("a", { href: linkOf(address) }, title ?? ariaLabel ?? address))]
}
