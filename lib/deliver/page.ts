import { defaultTreeAdapter as tree, parse, serialize } from "parse5"
import { prefixAddress, prefixSources } from "./base"
import { removeFramework } from "./framework"
import {
  attribute,
  createElement,
  createScript,
  elementsOf,
  insertAfter,
  isAttached,
  nodesOf,
  type Element,
  type Node,
  type Parent,
} from "./html"
import { needsOf } from "./needs"
import { metaPolicyOf, policyOf, type PolicyNeeds } from "./policy"
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
 * Makes the HTML of Next.js into a finished page: the framework's scripts go, and with them the second
 * copy of the article that they read.
 *
 * @param base path below which the site is served, "" or "/blog"
 * @throws UnexpectedPage if there is anything that it does not recognise
 */
export function deliverPage(source: string, base: string): Page {
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
  dropUnusedFont(elements)
  prefixAddresses(elements, base)
  tree.appendChild(head, createScript({ type: "speculationrules" }, speculation(base)))

  const needs = needsOf(elementsOf(document))
  const policy = metaPolicyOf(policyOf(needs))
  const meta = createElement("meta", { "http-equiv": "Content-Security-Policy", content: policy })
  // It holds for all that follows; only the charset is before it.
  insertAfter(head, meta, charset)
  const scripts = elements.filter(isAttached).filter(({ tagName }) => tagName === "script")
  return {
    html: serialize(document),
    needs,
    scripts: scripts.flatMap((script) => attribute(script, "src") ?? []),
    styles: elements
      .filter((element) => attribute(element, "rel") === "stylesheet")
      .flatMap((element) => attribute(element, "href") ?? []),
  }
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
function dropUnusedFont(elements: readonly Element[]): void {
  if (elements.some(({ tagName }) => tagName === "math")) return
  for (const element of elements) {
    const isFont = attribute(element, "as") === "font"
    if (isFont && /\/math\.[^/]*$/.test(attribute(element, "href") ?? "")) tree.detachNode(element)
  }
}

/** Attributes that hold an address of the site, and those that hold several. */
const addressAttributes = new Set(["href", "src", "poster", "source"])
const sourcesAttributes = new Set(["srcset", "imagesrcset"])

function prefixAddresses(elements: readonly Element[], base: string): void {
  if (base === "") return
  for (const { attrs } of elements) {
    for (const attribute of attrs) {
      if (addressAttributes.has(attribute.name)) {
        attribute.value = prefixAddress(attribute.value, base)
      } else if (sourcesAttributes.has(attribute.name)) {
        attribute.value = prefixSources(attribute.value, base)
      }
    }
  }
}

const isCharset = (node: Node) =>
  tree.isElementNode(node) && attribute(node, "charset") !== undefined
