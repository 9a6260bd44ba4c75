import type { Element, ElementContent, Nodes } from "hast"
import { fromHtml } from "hast-util-from-html"
import { toHtml } from "hast-util-to-html"
import { toString } from "hast-util-to-string"
import { h } from "hastscript"
import type { Run } from "../mdx/run"

/** No more than this is shown before a link is followed: letters of a text, and bytes of a table. */
const most = { letters: 320, bytes: 2200 }

/**
 * What a place in a body shows to who is about to go there: of a section its first paragraph, of a table or a
 * formula all of it, of a figure its caption. It has no ids, and nothing that leads on.
 *
 * @returns HTML; "" where there is nothing to show
 */
export function previewHtml(runs: readonly Run[], id: string): string {
  const html = runs.map(textIn).join("")
  const mark = toHtml(h("i", { id })).slice(2, -5) // ` id="…"`, as it is written
  const at = html.indexOf(mark)
  if (at < 0) return ""
  const start = html.lastIndexOf("<", at)
  const piece = pieceAt(html, start)
  return piece === undefined ? "" : shortened(plainIn(fromHtml(piece, { fragment: true })))
}

const textIn = (run: Run): string =>
  typeof run === "string" ? run : run.children.map(textIn).join("")

/** The HTML that stands for what begins at a place. */
function pieceAt(html: string, start: number): string | undefined {
  const [, name = ""] = /^<([a-z]+\d?)/.exec(html.slice(start, start + 20)) ?? []
  if (/^h\d$/.test(name)) {
    const next = html.slice(start + 1).search(/<h\d/)
    return sliceOf(html.slice(0, next < 0 ? undefined : start + 1 + next), "p", start)
  }
  const end = html.indexOf(`</${name}>`, start)
  const whole = html.slice(start, end < 0 ? undefined : end)
  if (name === "figure") {
    const table = sliceOf(html, "table", start)
    const caption = sliceOf(html, "figcaption", start)
    const isTable = table !== undefined && /^<figure[^>]*\bfigure-table\b/.test(whole)
    return isTable && table.length < most.bytes ? table : caption
  }
  return sliceOf(whole + `</${name}>`, "math", 0) ?? whole
}

/** The first element of a name from a place on; those that are meant stand in none of their kind. */
function sliceOf(html: string, name: string, from: number): string | undefined {
  const start = html.slice(from).search(new RegExp(`<${name}\\b`))
  if (start < 0) return undefined
  const end = html.indexOf(`</${name}>`, from + start)
  return end < 0 ? undefined : html.slice(from + start, end + name.length + 3)
}

const shown =
  /^(?:p|em|strong|code|sub|sup|b|i|s|br|table|caption|thead|tbody|tr|th|td|ul|ol|li|figcaption)$/

function plainIn(node: Nodes): ElementContent[] {
  if (node.type === "text") return [{ type: "text", value: node.value }]
  if (node.type === "element" && node.tagName === "math") return [node]
  if (!("children" in node)) return []
  if (node.type === "element" && isAside(node)) return []
  const children = node.children.flatMap(plainIn)
  if (node.type !== "element" || !shown.test(node.tagName)) return children
  return [h(node.tagName === "figcaption" ? "p" : node.tagName, children)]
}

/** A note and its number, and what is to be pressed. */
const isAside = ({ tagName, properties, children }: Element): boolean =>
  /^(?:button|script|style)$/.test(tagName) ||
  [properties.className].flat().some((name) => name === "note" || name === "anchor") ||
  (tagName === "sup" && children.some((child) => child.type === "element" && child.tagName === "a"))

function shortened(nodes: ElementContent[]): string {
  const html = toHtml(nodes)
  const text = toString(h("p", nodes)).replaceAll(/\s+/g, " ").trim()
  const isTable = html.startsWith("<table")
  if (isTable || (text.length <= most.letters && html.length <= most.bytes)) return html
  const cut = text.slice(0, text.lastIndexOf(" ", most.letters))
  return toHtml(h("p", `${cut} …`))
}
