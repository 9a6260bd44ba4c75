import { decodeHTML, decodeHTMLAttribute, escapeAttribute, escapeText } from "entities"
import { UnexpectedPage } from "./unexpected-page"

/** The start tag of an element; a script is all of it. */
export type Tag = { name: string; attributes: Map<string, string>; text?: string }

/** Part of a page: a tag, or text and end tags as they are written. */
export type Token = Tag | string

export const isTag = (token: Token | undefined): token is Tag => typeof token === "object"

export const createTag = (
  name: string,
  attributes: Record<string, string>,
  text?: string,
): Tag => ({
  name,
  attributes: new Map(Object.entries(attributes)),
  text,
})

/** Text, a comment, the document type, an end tag, or a start tag: each where the last one ends. */
const part =
  /([^<]+)|<!--[^]*?-->|(<!DOCTYPE html>)|<\/([a-z][\w-]*)>|<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*(\/?)>/iy

const attribute = /([^\s"=]+)(?:="([^"]*)")?/g

const isVoid = (name: string) =>
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/.test(name)

/**
 * Reads HTML as React and `lib/source/compile.ts` write it: well-formed, attributes in double quotes.
 * What is read is written again as a browser writes what it has parsed. Comments go.
 *
 * @param visit what there is in place of a start tag; if the tag is not among it, nor is its end tag
 * @throws UnexpectedPage if there is anything else
 */
export function parseHtml(html: string, visit: (tag: Tag) => readonly Token[]): Token[] {
  const tokens: Token[] = []
  const open: { name: string; isKept: boolean }[] = []
  let end = 0
  while (end < html.length) {
    part.lastIndex = end
    const [whole, text, doctype, closed, name, attributes = "", slash] = part.exec(html) ?? []
    if (whole === undefined) throw unexpected(html, end)
    end += whole.length
    if (text !== undefined) tokens.push(escapeText(decodeHTML(text)))
    if (doctype !== undefined) tokens.push(doctype)
    if (closed !== undefined) {
      const element = open.pop()
      if (element?.name !== closed) throw unexpected(html, end - whole.length)
      if (element.isKept) tokens.push(whole)
    }
    if (name === undefined) continue

    const isInSvg = open.some((element) => element.name === "svg")
    const tag: Tag = { name, attributes: attributesIn(attributes, isInSvg || name === "svg") }
    if (name === "script") {
      const last = html.indexOf("</script>", end)
      if (last === -1) throw unexpected(html, end - whole.length)
      tag.text = html.slice(end, last)
      end = last + "</script>".length
    }
    const kept = visit(tag)
    for (const token of kept) tokens.push(token) // more than a call takes arguments
    if (name === "script" || isVoid(name)) continue
    if (slash !== "") throw unexpected(html, end - whole.length)
    open.push({ name, isKept: kept.includes(tag) })
  }
  if (open.length > 0) throw unexpected(html, end)
  return tokens
}

function unexpected(html: string, place: number): UnexpectedPage {
  const shown = html.slice(place, place + 80) || "end"
  return new UnexpectedPage(`Unexpected ${shown}, expected well-formed HTML`)
}

/** React writes the names of some in camelCase; those of SVG are so. */
const attributesIn = (text: string, isSvg: boolean) =>
  new Map(
    Array.from(text.matchAll(attribute), ([, name = "", value = ""]) => [
      isSvg ? name : name.toLowerCase(),
      decodeHTMLAttribute(value),
    ]),
  )

export const formatHtml = (tokens: readonly Token[]): string =>
  tokens.map((token) => (isTag(token) ? formatTag(token) : token)).join("")

function formatTag({ name, attributes, text }: Tag): string {
  let written = `<${name}`
  for (const [key, value] of attributes) written += ` ${key}="${escapeAttribute(value)}"`
  return text === undefined ? `${written}>` : `${written}>${text}</${name}>`
}
