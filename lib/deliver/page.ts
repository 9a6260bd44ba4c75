import { defaultTreeAdapter as tree, parse, serialize } from "parse5"
import { prefixAddress, prefixSources } from "./base"
import { removeFramework } from "./framework"
import {
  attribute,
  createElement,
  createScript,
  elementsOf,
  insertAfter,
  nodesOf,
  replaceWithHtml,
  type Element,
  type Node,
  type Parent,
  type Tag,
} from "./html"
import { readyTag } from "../model/ready-html"
import { needsOf } from "./needs"
import { metaPolicyOf, policyOf, type PolicyNeeds } from "./policy"
import { rewriteHtml } from "./ready-html"
import { UnexpectedPage } from "./unexpected-page"

/** A page as a reader gets it. */
export type Page = {
  html: string
  needs: PolicyNeeds
  /** Addresses of the scripts and of the style sheets that it loads. */
  scripts: readonly string[]
  styles: readonly string[]
}

/** Links of this site are fetched when a reader is about to follow them. */
const speculation = (base: string) =>
  JSON.stringify({
    prefetch: [{ where: { href_matches: `${base}/*` }, eagerness: "moderate" }],
  })

/**
 * Makes the HTML of Next.js into a finished page: the framework's scripts go, and bodies come to their
 * places.
 *
 * @param base path below which the site is served, "" or "/blog"
 * @param readBody the HTML that a {@link readyTag} stands for, by its name
 * @throws UnexpectedPage if there is anything that it does not recognise
 */
export function deliverPage(
  source: string,
  base: string,
  readBody: (name: string) => string,
): Page {
  const document = parse(source)
  const elements = elementsOf(document)
  const head = elements.find(({ tagName }) => tagName === "head")
  const body = elements.find(({ tagName }) => tagName === "body")
  const charset = head?.childNodes[0]
  if (!body || !head || !charset || !isCharset(charset)) {
    throw new UnexpectedPage(
      "Unexpected HTML, expected a body, and a head that begins with charset",
    )
  }

  removeFramework(elements, base)
  cleanUp(document)
  tree.appendChild(head, createScript({ type: "speculationrules" }, speculation(base)))
  const tags = elementsOf(document).flatMap((element) => placeBody(element, readBody, base))
  if (!tags.some(({ tagName }) => tagName === "math")) dropMathFont(head)

  const needs = needsOf(tags)
  const policy = metaPolicyOf(policyOf(needs))
  const meta = createElement("meta", { "http-equiv": "Content-Security-Policy", content: policy })
  // It holds for all that follows; only the charset is before it.
  insertAfter(head, meta, charset)
  return {
    html: serialize(document),
    needs,
    scripts: tags
      .filter(({ tagName }) => tagName === "script")
      .flatMap((script) => attribute(script, "src") ?? []),
    styles: tags
      .filter((tag) => attribute(tag, "rel") === "stylesheet")
      .flatMap((tag) => attribute(tag, "href") ?? []),
  }
}

/** Puts the HTML of a body in its place. @returns the tags that are there then, below the base */
function placeBody(
  element: Element,
  readBody: (name: string) => string,
  base: string,
): readonly Tag[] {
  const tags: Tag[] = []
  const visit = (tag: Tag) => {
    prefixAddresses(tag, base)
    tags.push(tag)
  }
  if (element.tagName !== readyTag) visit(element)
  else replaceWithHtml(element, rewriteHtml(readBody(attribute(element, "name") ?? ""), visit))
  return tags
}

/** React's marks in the HTML, which only its scripts read. */
function cleanUp(document: Parent): void {
  for (const node of nodesOf(document)) {
    if (tree.isCommentNode(node)) tree.detachNode(node)
    if (!tree.isElementNode(node)) continue
    if (attribute(node, "data-run") !== undefined) unwrap(node)
    if (attribute(node, "name") === "next-size-adjust" || isEmptyBoundary(node)) {
      tree.detachNode(node)
    }
    node.attrs = node.attrs.filter(({ name }) => name !== "data-precedence")
  }
}

/** Puts an element's content in its place. */
function unwrap(element: Element): void {
  const parent = element.parentNode
  if (!parent) return
  for (const child of element.childNodes.slice()) {
    tree.detachNode(child)
    tree.insertBefore(parent, child, element)
  }
  tree.detachNode(element)
}

/** `<div hidden><!--$--><!--/$--></div>`, where React would put metadata that comes late. */
const isEmptyBoundary = ({ tagName, attrs, childNodes }: Element) =>
  tagName === "div" &&
  attrs.length === 1 &&
  attrs[0]?.name === "hidden" &&
  childNodes.length > 0 &&
  childNodes.every((child) => tree.isCommentNode(child))

/** The font of formulas is for pages that have some: Next.js has every page ask for it early. */
function dropMathFont(head: Element): void {
  for (const link of elementsOf(head)) {
    const isFont = attribute(link, "as") === "font"
    if (isFont && /\/math\.[^/]*$/.test(attribute(link, "href") ?? "")) tree.detachNode(link)
  }
}

/** Attributes that hold an address of the site, and those that hold several. */
const addressAttributes = new Set(["href", "src", "poster", "source"])
const sourcesAttributes = new Set(["srcset", "imagesrcset"])

function prefixAddresses({ attrs }: Tag, base: string): void {
  if (base === "") return
  for (const attribute of attrs) {
    if (addressAttributes.has(attribute.name)) {
      attribute.value = prefixAddress(attribute.value, base)
    } else if (sourcesAttributes.has(attribute.name)) {
      attribute.value = prefixSources(attribute.value, base)
    }
  }
}

const isCharset = (node: Node) =>
  tree.isElementNode(node) && attribute(node, "charset") !== undefined
