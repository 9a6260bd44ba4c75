import type { Element, Text } from "hast"
import type { Nodes } from "mdast"
import type { PageVisitors } from "../../mdx/walk"
import { typeset, typesetLine } from "../../model/typography"
import { textOf } from "./text-of"

/** What a heading says, as it is printed. */
export function typesetTextOf(heading: Nodes, language: string): string {
  const pieces: (string | undefined)[] = []
  const others: string[] = []
  collectText(heading, (text, literal) => {
    pieces.push(literal ? undefined : text)
    others.push(literal ? text : "")
  })
  return typesetLine(pieces, language)
    .map((piece, index) => piece + others[index])
    .join("")
}

function collectText(node: Nodes, add: (text: string, literal: boolean) => void): void {
  if ("children" in node) for (const child of node.children) collectText(child, add)
  else add(textOf(node), node.type !== "text")
}

/** Elements that are part of a line of text. */
const inline = new Set(
  "a abbr cite del dfn em fill-slot ins mark q small span strong sub sup".split(" "),
)

/** Elements whose text is no prose. */
export const verbatim = new Set("code kbd math pre samp script style svg var".split(" "))

/** A line of text, in pieces: text, and `undefined` for what is none. */
type Line = { pieces: (Text | undefined)[]; language: string }

/** Gives the text of a body, captions too, the signs of a printed page: see `lib/model/typography.ts`. */
export function createTypesetter(language: string): PageVisitors {
  const whole: Line = { pieces: [], language }
  /** The lines that are being collected, the one in hand last; `undefined` where none is. */
  const lines: (Line | undefined)[] = [whole]

  return {
    nodes: {
      text(node) {
        lines.at(-1)?.pieces.push(node.data?.literal ? undefined : node)
      },
      element: {
        enter(node) {
          const line = lines.at(-1)
          lines.push(line && lineIn(node, line))
        },
        leave() {
          const line = lines.pop()
          if (line && line !== lines.at(-1)) setLine(line)
        },
      },
    },
    finish: () => setLine(whole),
  }
}

/** The line that an element is part of, or another that it holds. */
function lineIn(node: Element, line: Line): Line | undefined {
  const { tagName, properties } = node
  if (tagName === "br") {
    line.pieces.push({ type: "text", value: "\n" })
    return undefined
  }
  const isVerbatim = verbatim.has(tagName) || isAddress(node)
  if (!isVerbatim && isInLine(node)) return line
  line.pieces.push(undefined)
  if (isVerbatim) return undefined
  const { title, lang } = properties
  if (tagName === "img" && typeof title === "string") {
    properties["title"] = typeset(title, line.language)
  }
  return { pieces: [], language: typeof lang === "string" ? lang : line.language }
}

function setLine({ pieces, language }: Line): void {
  const texts = typesetLine(
    pieces.map((piece) => piece?.value),
    language,
  )
  pieces.forEach((piece, index) => {
    if (piece) piece.value = texts[index] ?? ""
  })
}

/** A note beside the text, or words in another language, are lines of their own. */
const isInLine = ({ tagName, properties: { lang, role }, children }: Element) =>
  inline.has(tagName) && lang === undefined && role !== "note" && children.length > 0

/** A link that says its own address. */
function isAddress({ tagName, properties: { href }, children: [only] }: Element): boolean {
  if (tagName !== "a" || only?.type !== "text" || typeof href !== "string") return false
  return only.value.length > 3 && href.endsWith(encodeURI(only.value))
}
