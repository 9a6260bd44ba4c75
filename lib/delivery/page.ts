import { createHash } from "node:crypto"
import {
  defaultTreeAdapter as tree,
  html,
  parse,
  serialize,
  type DefaultTreeAdapterMap,
} from "parse5"
import { moduleIdsIn, prefixFlight, type Flight } from "./flight"
import { metaPolicyOf, policyOf, type PolicyNeeds } from "./policy"

type Node = DefaultTreeAdapterMap["node"]
type Element = DefaultTreeAdapterMap["element"]
type Parent = DefaultTreeAdapterMap["parentNode"]

/** A page as a reader gets it. */
export type Page = {
  html: string
  needs: PolicyNeeds
  /** Addresses of the scripts that it loads at once, and of those that wait for an island. */
  scripts: readonly string[]
  deferredScripts: readonly string[]
  styles: readonly string[]
  islands: number
}

/** A page that is not as this adapter expects, so that it would break in silence. */
export class UnexpectedPage extends Error {
  override readonly name = "UnexpectedPage"
}

/** Links of this site are fetched when a reader is about to follow them. */
const speculation = (base: string) =>
  JSON.stringify({
    prefetch: [{ where: { href_matches: `${base}/*` }, eagerness: "moderate" }],
  })

/**
 * Makes the HTML of Next.js into a finished page. Without an island, the framework's scripts and the
 * second copy of the article that they read go; with islands, they wait, as data, for the loader in
 * `enhance/islands.ts`.
 *
 * @param base path below which the site is served, "" or "/blog"
 * @param ownModules ids of the client modules that are not Next.js's own
 * @throws UnexpectedPage if there is anything that it does not recognise
 */
export function deliverPage(source: string, base: string, ownModules: ReadonlySet<string>): Page {
  const document = parse(source)
  const elements = [...elementsOf(document)]
  const head = elements.find(({ tagName }) => tagName === "head")
  const body = elements.find(({ tagName }) => tagName === "body")
  if (!head || !body) throw new UnexpectedPage("Unexpected HTML without a head and a body")

  const framework = takeFramework(elements)
  const islands = elements.filter((element) => attribute(element, "data-island") !== undefined)
  const used = moduleIdsIn(framework.flight).filter((id) => ownModules.has(id))
  if (used.length > 0 && islands.length === 0) {
    throw new UnexpectedPage(
      "Unexpected client component outside an island, expected an element with data-island around it",
    )
  }

  if (islands.length > 0) append(body, "script", deferredAttributes, deferredData(framework, base))
  else cleanUp(document)
  prefixAddresses(elements, base)
  append(head, "script", { type: "speculationrules" }, speculation(base))

  const needs = needsOf([...elementsOf(document)])
  const policy = metaPolicyOf(policyOf(needs))
  prependPolicy(head, policy)
  const scripts = elements.filter(isAttached).filter(({ tagName }) => tagName === "script")
  return {
    html: serialize(document),
    needs,
    scripts: scripts.flatMap((script) => attribute(script, "src") ?? []),
    deferredScripts: islands.length > 0 ? framework.scripts : [],
    styles: elements
      .filter((element) => attribute(element, "rel") === "stylesheet")
      .flatMap((element) => attribute(element, "href") ?? []),
    islands: islands.length,
  }
}

type Framework = {
  /** Addresses of the scripts, in the order of the page. */
  scripts: readonly string[]
  /** What the page pushes to `self.__next_f`: React's description of itself. */
  flight: Flight
  /** What it pushes to `TURBOPACK`: which chunks start the framework. */
  entries: readonly unknown[]
}

const flightPush = /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(/
const entryPush = /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(/

/** Takes the framework's scripts, their preloads and their data out of a page. */
function takeFramework(elements: readonly Element[]): Framework {
  const scripts: string[] = []
  const flight: unknown[] = []
  const entries: unknown[] = []
  for (const element of elements) {
    const rel = attribute(element, "rel")
    const address = attribute(element, "src") ?? attribute(element, "href") ?? ""
    const preloads =
      rel === "modulepreload" || (rel === "preload" && attribute(element, "as") === "script")
    if (element.tagName === "link" && preloads) tree.detachNode(element)
    if (element.tagName !== "script") continue

    const text = textOf(element)
    const type = attribute(element, "type")
    if (address.includes("/_next/")) {
      if (attribute(element, "nomodule") === undefined) scripts.push(address)
      tree.detachNode(element)
    } else if (flightPush.test(text)) {
      flight.push(parsePush(text.replace(flightPush, "")))
      tree.detachNode(element)
    } else if (entryPush.test(text)) {
      entries.push(parsePush(text.replace(entryPush, "")))
      tree.detachNode(element)
    } else if (text.startsWith("requestAnimationFrame(function(){$RT=performance.now()})")) {
      tree.detachNode(element) // React's clock for the reveal of streamed content, of which there is none
    } else if (!isOurs(element, address, type)) {
      const shown = address || text.slice(0, 80)
      throw new UnexpectedPage(`Unexpected script ${shown}, expected Next.js's own or one of ours`)
    }
  }
  if (flight.length === 0) {
    throw new UnexpectedPage(
      "Unexpected page without self.__next_f, expected Next.js's flight data",
    )
  }
  return { scripts, flight, entries }
}

/** A script of this project: a module, an inline one that says so, or data. */
const isOurs = (element: Element, address: string, type: string | undefined) =>
  address.startsWith("/enhance/") ||
  attribute(element, "data-inline") !== undefined ||
  type === "application/ld+json" ||
  type === "application/json"

/** The value in `….push(value);` */
function parsePush(text: string): unknown {
  try {
    return JSON.parse(text.replace(/\);?\s*$/, ""))
  } catch {
    throw new UnexpectedPage(`Unexpected data ${text.slice(0, 80)}, expected JSON`)
  }
}

const deferredAttributes = { type: "application/json", "data-deferred": "" }

const deferredData = ({ flight, ...framework }: Framework, base: string) =>
  JSON.stringify({ ...framework, flight: prefixFlight(flight, base) }).replaceAll("<", "\\u003c")

/** React's marks in the HTML, which only its scripts read. */
function cleanUp(document: Parent): void {
  const nodes = [...nodesOf(document)] // before any of them goes
  for (const node of nodes) {
    if (tree.isCommentNode(node)) tree.detachNode(node)
    if (!tree.isElementNode(node)) continue
    const name = attribute(node, "name")
    const emptyBoundary =
      node.tagName === "div" && attribute(node, "hidden") !== undefined && textOf(node) === ""
    if (name === "next-size-adjust" || (emptyBoundary && node.attrs.length === 1))
      tree.detachNode(node)
    node.attrs = node.attrs.filter(({ name }) => name !== "data-precedence")
  }
}

/** Attributes that hold an address of the site. */
const addressAttributes = new Set(["href", "src", "poster", "source"])

function prefixAddresses(elements: readonly Element[], base: string): void {
  if (base === "") return
  for (const { attrs } of elements) {
    for (const attribute of attrs) {
      if (attribute.value.startsWith(`${base}/_next/`)) continue // Next.js knows its assetPrefix
      if (addressAttributes.has(attribute.name) && /^\/(?!\/)/.test(attribute.value)) {
        attribute.value = base + attribute.value
      } else if (attribute.name === "srcset") {
        attribute.value = attribute.value.replaceAll(/(^|,\s*)\/(?!\/)/g, `$1${base}/`)
      }
    }
  }
}

function needsOf(elements: readonly Element[]): PolicyNeeds {
  const scriptHashes: string[] = []
  const imageOrigins = new Set<string>()
  let styleAttributes = false
  for (const element of elements) {
    const src = attribute(element, "src")
    if (element.tagName === "script" && src === undefined && isExecuted(element)) {
      const hash = createHash("sha256").update(textOf(element)).digest("base64")
      scriptHashes.push(`'sha256-${hash}'`)
    }
    if (element.tagName === "img" && src !== undefined && /^https?:/.test(src)) {
      imageOrigins.add(new URL(src).origin)
    }
    if (attribute(element, "style") !== undefined) styleAttributes = true
  }
  return { scriptHashes, imageOrigins: [...imageOrigins], styleAttributes }
}

/** Data in a script element is not subject to the policy; speculation rules are. */
const isExecuted = (script: Element) => !attribute(script, "type")?.endsWith("json")

/** The policy comes first, so that it holds for all that follows; the charset before it. */
function prependPolicy(head: Element, policy: string): void {
  const meta = element("meta", { "http-equiv": "Content-Security-Policy", content: policy })
  const charset = head.childNodes.find(
    (node) => tree.isElementNode(node) && attribute(node, "charset") !== undefined,
  )
  const next = head.childNodes[charset ? head.childNodes.indexOf(charset) + 1 : 0]
  if (next) tree.insertBefore(head, meta, next)
  else tree.appendChild(head, meta)
}

function append(parent: Parent, name: string, attributes: Record<string, string>, text: string) {
  const child = element(name, attributes)
  tree.insertText(child, text)
  tree.appendChild(parent, child)
}

const element = (name: string, attributes: Record<string, string>) =>
  tree.createElement(
    name,
    html.NS.HTML,
    Object.entries(attributes).map(([name, value]) => ({ name, value })),
  )

function* nodesOf(node: Node): Generator<Node> {
  yield node
  if ("childNodes" in node) for (const child of node.childNodes.slice()) yield* nodesOf(child)
}

function* elementsOf(node: Node): Generator<Element> {
  for (const inner of nodesOf(node)) if (tree.isElementNode(inner)) yield inner
}

const isAttached = (element: Element) => element.parentNode !== null

const attribute = (element: Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value

const textOf = (element: Element): string =>
  element.childNodes
    .map((node) =>
      tree.isTextNode(node) ? node.value : tree.isElementNode(node) ? textOf(node) : "",
    )
    .join("")
