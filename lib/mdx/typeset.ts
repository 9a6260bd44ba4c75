import type { Element, ElementContent, Parents, Root, Text } from "hast"
import type { Nodes } from "mdast"
import { typeset, typesetLine } from "../model/typography"
import { textOf } from "../source/parse"

declare module "hast" {
  interface TextData {
    /** Written in braces, so as it is meant. */
    literal?: boolean
  }
}

let language = "en"

/** Says in which language all bodies are written: that of the site. */
export function setLanguage(tag: string): void {
  language = tag
}

/** Elements that are part of a line of text. */
const inline = new Set(
  "a abbr cite del dfn em fill-slot ins mark q small span strong sub sup Term".split(" "),
)

/** Elements whose text is no prose. */
const verbatim = new Set("code kbd math pre samp script style svg var".split(" "))

/** Gives the text of a body, captions too, the signs of a printed page: see `lib/model/typography.ts`. */
export const typesetText = (tree: Root): void => typesetIn(tree, language)

/** What a heading says, as it is printed. */
export function typesetTextOf(heading: Nodes): string {
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

/** A line, in pieces: text, and what is none. */
type Line = (Text | undefined)[]

function typesetIn(block: Parents, language: string): void {
  const line: Line = []
  collect(block.children as readonly ElementContent[], line, language)
  const texts = typesetLine(
    line.map((piece) => piece?.value),
    language,
  )
  line.forEach((piece, index) => {
    if (piece) piece.value = texts[index] ?? ""
  })
}

function collect(nodes: readonly ElementContent[], line: Line, language: string): void {
  for (const node of nodes) {
    if (node.type === "text") line.push(node.data?.literal ? undefined : node)
    else if (node.type !== "element" || verbatim.has(node.tagName)) line.push(undefined)
    else if (node.tagName === "br") line.push({ type: "text", value: "\n" })
    else if (isAddress(node)) line.push(undefined)
    else if (isInLine(node)) collect(node.children, line, language)
    else {
      line.push(undefined)
      const { title } = node.properties
      if (node.tagName === "img" && typeof title === "string") {
        node.properties["title"] = typeset(title, language)
      }
      typesetIn(node, languageOf(node) ?? language)
    }
  }
}

/** A note beside the text, or words in another language, are lines of their own. */
const isInLine = ({ tagName, properties: { lang, role }, children }: Element) =>
  inline.has(tagName) && lang === undefined && role !== "note" && children.length > 0

function languageOf({ properties: { lang } }: Element): string | undefined {
  return typeof lang === "string" ? lang : undefined
}

/** A link that says its own address. */
function isAddress({ tagName, properties: { href }, children: [only] }: Element): boolean {
  if (tagName !== "a" || only?.type !== "text" || typeof href !== "string") return false
  return only.value.length > 3 && href.endsWith(encodeURI(only.value))
}
