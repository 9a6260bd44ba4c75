import { parse, serializeOuter, type DefaultTreeAdapterTypes } from "parse5"
import type { Shell } from "./astro"

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** What surrounds the text on one of our pages: styles, fonts, header and footer, no scripts. */
export async function shellOf(url: string): Promise<Shell> {
  const elements = elementsIn(parse(await (await fetch(url)).text()))
  const named = (name: string) => elements.find(({ tagName }) => tagName === name)
  const links = elements.filter(isStyleOrFont)
  const header = named("header")
  const footer = elements.findLast(({ tagName }) => tagName === "footer")
  if (links.length === 0 || !header || !footer) {
    throw new Error(`Unexpected page at ${url}, expected a stylesheet, a header and a footer`)
  }

  const html = named("html")
  return {
    htmlClass: (html && attributeOf(html, "class")) ?? "",
    head: links.map((link) => serializeOuter(link)).join(""),
    header: serializeOuter(header),
    footer: serializeOuter(footer),
    files: await filesOf(url, links),
  }
}

function isStyleOrFont(element: Element): boolean {
  if (element.tagName === "style") return true
  if (element.tagName !== "link") return false
  const rel = attributeOf(element, "rel")
  return rel === "stylesheet" || rel === "icon" || attributeOf(element, "as") === "font"
}

/** What the links lead to, and the fonts and pictures that the stylesheets among it name. */
async function filesOf(page: string, links: readonly Element[]): Promise<Shell["files"]> {
  const files = new Map<string, Uint8Array>()
  const take = async (address: string, from: string): Promise<void> => {
    const url = new URL(address, from)
    if (url.origin !== new URL(page).origin || files.has(url.pathname)) return
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
    files.set(url.pathname, bytes)
    if (url.pathname.endsWith(".css")) await takeNamed(new TextDecoder().decode(bytes), url.href)
  }
  const takeNamed = async (css: string, from: string) => {
    for (const [, address = ""] of css.matchAll(/url\(["']?([^"')]+)/g)) {
      if (!address.startsWith("data:")) await take(address, from)
    }
  }
  for (const link of links) {
    const address = attributeOf(link, "href")
    if (address !== undefined) await take(address, page)
    else await takeNamed(serializeOuter(link), page)
  }
  return files
}

function elementsIn(node: Node): readonly Element[] {
  const inner = "childNodes" in node ? node.childNodes.flatMap(elementsIn) : []
  return "tagName" in node ? [node, ...inner] : inner
}

const attributeOf = ({ attrs }: Element, name: string) =>
  attrs.find((attribute) => attribute.name === name)?.value
