import { decodeHTML } from "entities"
import type { Run } from "../mdx/run"

/** A section of a page: the text under a heading, or above the first one. */
export type Section = {
  /** Of its heading; none above the first. */
  id?: string
  heading: string
  text: string
  /** How its text begins, to be shown. */
  excerpt: string
}

/** How much of a text is shown, in signs. */
const shown = 160

const excerptOf = (text: string): string =>
  text.length <= shown ? text : `${text.slice(0, text.lastIndexOf(" ", shown))} …`

/** A tag, a comment or a text of HTML as this project writes it: well-formed, values in quotes. */
const pieces = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|<!--[^]*?-->|[^<]+/gi

/** Elements that have no end. */
const empty = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/**
 * The sections of a page, each with the text under its heading: what is above the first one, first.
 *
 * @param runs of the body, as a page is made from
 * @param lead what is above the first section besides: the description of the page
 */
export function sectionsOf(runs: readonly Run[], lead = ""): readonly Section[] {
  const sections: { id?: string; heading: string; text: string }[] = [{ heading: "", text: lead }]
  const html = runs.filter((run) => typeof run === "string").join("\n")
  let depthLeftOut = 0
  let isInHeading = false
  for (const [piece, end, tag, attributes = ""] of html.matchAll(pieces)) {
    const last = sections.at(-1)
    if (tag === undefined) {
      if (depthLeftOut > 0 || piece.startsWith("<!--") || !last) continue
      if (isInHeading) last.heading += decodeHTML(piece)
      else last.text += decodeHTML(piece)
      continue
    }
    const isAlone = empty.test(tag) || attributes.endsWith("/")
    if (depthLeftOut > 0) {
      if (!isAlone) depthLeftOut += end ? -1 : 1
      continue
    }
    if (!end && isLeftOut(tag, attributes)) {
      if (!isAlone) depthLeftOut = 1
      continue
    }
    if (/^h[2-6]$/i.test(tag)) {
      const id = valueOf(attributes, "id")
      if (end) isInHeading = false
      else if (id !== undefined) {
        sections.push({ id, heading: "", text: "" })
        isInHeading = true
        continue
      }
    }
    if (blocks.test(tag) && last && !isInHeading) last.text += " "
  }
  return sections.map(({ id, heading, text }) => {
    const line = text.replaceAll(/\s+/g, " ").trim()
    return { id, heading: heading.trim(), text: line, excerpt: excerptOf(line) }
  })
}

const valueOf = (attributes: string, name: string): string | undefined => {
  const [, double, single] =
    new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? []
  const value = double ?? single
  return value === undefined ? undefined : decodeHTML(value)
}

const blocks = /^(?:p|li|td|th|dt|dd|pre|div|figcaption|blockquote|br|option|h[1-6])$/i

/** What is no text of the author's: pictures, controls, and what a formula says beside its TeX. */
function isLeftOut(tag: string, attributes: string): boolean {
  if (/^(?:svg|select|button|input|script|style|template)$/i.test(tag)) return true
  if (/^m(?!ath$|ark$|eter$|ain$)/.test(tag)) return true // of a formula its annotation is left
  const names = (valueOf(attributes, "class") ?? "").split(/\s+/)
  return names.some((name) => name === "sr-only" || name === "note-ref" || name === "figure-rows")
}
