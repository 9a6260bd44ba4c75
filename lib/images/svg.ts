import type { Attr, Document, Element, ProcessingInstruction } from "@xmldom/xmldom"
import { fileStart, type Place } from "../model/problem"

/** What is wrong with a drawing, "Unexpected …, expected …". */
export type SvgFault = {
  place: Place
  reason: string
  /** Whether it would run or load something, and not only show nothing. */
  isActive: boolean
}

const svg = "http://www.w3.org/2000/svg"
const xhtml = "http://www.w3.org/1999/xhtml"

/**
 * What keeps a drawing from being only that. Shown in a page it can do nothing; opened by its own
 * address it is a document of the site, whose scripts run as the site's own (SVG 2, 2.2).
 */
export async function svgFaults(bytes: Uint8Array): Promise<readonly SvgFault[]> {
  const text = decode(bytes)
  if (typeof text !== "string") return [text]
  const document = await parse(text)
  if ("reason" in document) return [document]
  const { documentElement: root } = document
  if (root?.namespaceURI !== svg || root.localName !== "svg") {
    return [broken(placeOf(root), `<${root?.nodeName}>`, `<svg xmlns="${svg}">`)]
  }
  const faults: SvgFault[] = []
  if (document.doctype?.internalSubset) {
    faults.push(active(fileStart, "declarations in <!DOCTYPE …>", "a drawing without them"))
  }
  for (const node of document.childNodes) {
    const { nodeType, nodeName, data } = node as unknown as ProcessingInstruction
    if (nodeType === node.PROCESSING_INSTRUCTION_NODE)
      faults.push(...instructionFaults(nodeName, data))
  }
  for (const element of document.getElementsByTagName("*")) faults.push(...elementFaults(element))
  return faults
}

/** Browsers read a drawing in the encoding that it names; checked is what stands there in UTF-8. */
function decode(bytes: Uint8Array): string | SvgFault {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return broken(fileStart, "bytes", "UTF-8 text")
  }
}

async function parse(text: string): Promise<Document | SvgFault> {
  const { DOMParser } = await import("@xmldom/xmldom")
  let first: SvgFault | undefined
  const parser = new DOMParser({
    onError(_level, message, { locator }) {
      first ??= broken(placeOf(locator), message.replaceAll(/\s+/g, " ").trim(), "well-formed XML")
      throw new Error(message) // a warning too: browsers warn of nothing, and show nothing
    },
  })
  try {
    return parser.parseFromString(text, "application/xml")
  } catch (error) {
    if (first) return first
    throw error
  }
}

function* instructionFaults(name: string, data: string): Generator<SvgFault> {
  if (name !== "xml") {
    yield active(fileStart, `<?${name} … ?>`, "a drawing that loads nothing")
    return
  }
  const encoding = /encoding\s*=\s*["']([^"']*)/.exec(data)?.[1] ?? "utf-8"
  if (encoding.toLowerCase() !== "utf-8") yield active(fileStart, `encoding ${encoding}`, "UTF-8")
}

function* elementFaults(element: Element): Generator<SvgFault> {
  const { localName: name, namespaceURI } = element
  const place = placeOf(element)
  if (
    namespaceURI === xhtml ||
    (namespaceURI === svg && /^(?:script|foreignObject)$/i.test(name ?? ""))
  ) {
    yield active(place, `<${element.nodeName}>`, "a drawing without scripts and HTML")
  }
  if (namespaceURI === svg && name === "style") yield* loadFaults(place, element.textContent ?? "")
  for (const attribute of element.attributes) yield* attributeFaults(element, attribute)
}

function* attributeFaults(element: Element, { name, localName, value }: Attr): Generator<SvgFault> {
  const place = placeOf(element)
  if (/^on/i.test(localName ?? name)) {
    yield active(place, `${name} of <${element.nodeName}>`, "a drawing without scripts")
  } else if (localName === "href") {
    const isLink = element.localName === "a"
    if (!(isLink ? isFollowed : isWithin).test(value.trim())) {
      const expected = isLink ? "https:// or #" : "# and an id, or an image as data:"
      yield active(place, `${name}="${shown(value)}"`, expected)
    }
  } else if (name === "xml:base" || (name === "attributeName" && /href$|^on/i.test(value.trim()))) {
    yield active(place, `${name}="${shown(value)}"`, "a drawing that leads nowhere else")
  } else {
    yield* loadFaults(place, value)
  }
}

/** An address that a reader may follow. */
const isFollowed = /^(?:https?:\/\/|mailto:|#)/i
/** Something in the drawing itself, or a picture of dots in it. */
const isWithin = /^(?:#|data:image\/(?:avif|gif|jpeg|png|webp)[;,])/i

/** What styles would load. */
function* loadFaults(place: Place, css: string): Generator<SvgFault> {
  const imported = /@import\b/i.exec(css)?.[0]
  if (imported !== undefined) yield active(place, imported, "a drawing that loads nothing")
  for (const [, address = ""] of css.matchAll(/url\(\s*["']?([^"')]*)/gi)) {
    if (/^(?:#|data:(?:image|font)\/)/i.test(address.trim())) continue
    yield active(place, `url(${shown(address)})`, "a drawing that loads nothing")
  }
}

const shown = (value: string) => (value.length > 60 ? `${value.slice(0, 60)}…` : value)

const active = (place: Place, found: string, expected: string): SvgFault => ({
  place,
  reason: `${found}, expected ${expected}`,
  isActive: true,
})
const broken = (place: Place, found: string, expected: string): SvgFault => ({
  ...active(place, found, expected),
  isActive: false,
})

type Locator = { lineNumber?: number; columnNumber?: number }

const placeOf = (locator?: Locator | null): Place =>
  locator?.lineNumber ? { line: locator.lineNumber, column: locator.columnNumber ?? 1 } : fileStart
