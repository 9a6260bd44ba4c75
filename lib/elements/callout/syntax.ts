import type { Properties } from "hast"
import { s } from "hastscript"
import type { Blockquote, Nodes, Paragraph, PhrasingContent, Text } from "mdast"
import { suggestionOf } from "../../model/nearest"

/** Each kind of callout, with the strokes of its sign, 16 by 16. */
const kinds = {
  note: "M8 7.5v4M8 4.75v.01M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z",
  tip: "M6 14.5h4M6 12c0-2-2-3-2-6a4 4 0 0 1 8 0c0 3-2 4-2 6Z",
  important: "M8 4v4M8 10v.01M1.5 2.5h13v10h-6l-3 2.5v-2.5h-4Z",
  warning: "M8 6v4M8 12v.01M8 1.5l6.75 12.5H1.25Z",
  caution: "M8 4.5v4M8 11v.01M5.25 1.5h5.5l3.75 3.75v5.5l-3.75 3.75h-5.5L1.5 10.75v-5.5Z",
} as const

export type Kind = keyof typeof kinds

/** What the kinds are called in the language of the text. */
type CalloutWords = Readonly<Record<Kind, string>>

/** `[!NOTE]`, and whether it can be opened: `-` closed at first, `+` open. */
const mark = /^\[!([^\]\n]*)\]([-+]?)/

/**
 * Makes a callout of a quotation that begins with `[!NOTE]` or another kind. What follows in that line
 * is its title.
 */
export function makeCallout(quote: Blockquote, words: CalloutWords): void {
  if (quote.data?.fence !== undefined) return makeFencedCallout(quote, words)
  const [first] = quote.children
  if (first?.type !== "paragraph") return
  const [start] = first.children
  const found = start?.type === "text" ? mark.exec(start.value) : null
  const kind = kindOf(found?.[1] ?? "")
  if (start?.type !== "text" || !found || !kind) return

  start.value = start.value.slice(found[0].length)
  const { title, rest } = splitFirstLine(first)
  const folding = found[2]
  quote.data = {
    ...quote.data,
    hName: folding ? "details" : "aside",
    hProperties: propertiesOf(kind, folding, words),
  }
  quote.children.splice(
    0,
    1,
    titleOf(kind, words[kind], title, folding !== "", first.position),
    ...rest,
  )
}

/** What others call the kinds. */
const otherNames: Readonly<Record<string, Kind>> = {
  attention: "warning",
  danger: "caution",
  details: "note",
  error: "caution",
  hint: "tip",
  info: "note",
  success: "tip",
  warn: "warning",
}

/** What stands behind `:::`: a kind, then its title or attributes; or, in braces, a class that names it. */
const fenceInfo =
  /^(?:\{\s*\.(?:callout-)?(?<class>[\w-]+)(?<attributes>[^}]*)\}|(?<word>[\w-]+)(?:\[(?<label>[^\]]*)\])?(?:\{[^}]*\})?(?<title>.*))$/

/** Makes a callout of what stands between `:::note` and `:::`, if it is of a kind that there is. */
function makeFencedCallout(block: Blockquote, words: CalloutWords): void {
  const { groups = {} } = fenceInfo.exec(block.data?.fence ?? "") ?? {}
  const word = (groups["class"] ?? groups["word"] ?? "").toLowerCase()
  const kind = findKind(word)
  if (!kind) return
  const attributes = groups["attributes"] ?? ""
  const named = /\btitle=(?:"([^"]*)"|'([^']*)')/.exec(attributes)
  const text = groups["label"] ?? named?.[1] ?? named?.[2] ?? (groups["title"] ?? "").trim()
  const [first] = block.children
  let title: PhrasingContent[] = text === "" ? [] : [{ type: "text", value: text }]
  if (text === "" && first?.type === "heading") {
    title = first.children
    block.children.shift()
  }
  const isFolded = /\bcollapse=["']?true/.test(attributes) || word === "details"
  const folding = isFolded ? "-" : undefined
  block.data = {
    ...block.data,
    hName: folding ? "details" : "aside",
    hProperties: propertiesOf(kind, folding, words),
  }
  block.children.unshift(titleOf(kind, words[kind], title, isFolded, block.position))
}

/** What is wrong with a block between rows of colons, if anything is. */
function findFenceFault({ data, children }: Blockquote): string | undefined {
  const { fence = "", closed, hName } = data ?? {}
  if (!hName) {
    const list = Object.keys(kinds).map((kind) => `:::${kind}`)
    const near = suggestionOf(`:::${fence.toLowerCase()}`, list)
    return `Unexpected ::: ${fence}, expected one of ${list.join(", ")}${near}`
  }
  if (!closed) return `Unexpected :::${fence} without an end, expected ::: below its text`
  if (children.length === 1) return "Unexpected callout without a text, expected one above :::"
  return undefined
}

/** What is wrong with a quotation that would be a callout, if anything is. */
export function findCalloutFault(quote: Blockquote): string | undefined {
  const { data, children } = quote
  if (data?.fence !== undefined) return findFenceFault(quote)
  const [first] = children
  const className = data?.hProperties?.["className"]
  if (Array.isArray(className) && className.includes("callout") && children.length === 1) {
    const hidden = first?.type === "paragraph" && first.children[1]?.data?.hName === "span"
    if (hidden && data?.hName === "aside") return undefined // a title that says it all
    return "Unexpected callout without a text, expected one in the lines below, after > as well"
  }
  const start = first?.type === "paragraph" ? first.children[0] : undefined
  const found = start?.type === "text" ? mark.exec(start.value) : null
  if (!found) return undefined
  const word = found[1] ?? ""
  const list = Object.keys(kinds).map((kind) => `[!${kind.toUpperCase()}]`)
  const near = suggestionOf(`[!${word.toUpperCase()}]`, list)
  return `Unexpected [!${word}], expected one of ${list.join(", ")}${near}`
}

/** The kind that a word names, also by what others call it. */
export function findKind(word: string): Kind | undefined {
  const name = word.toLowerCase()
  return kindOf(name) ?? (Object.hasOwn(otherNames, name) ? otherNames[name] : undefined)
}

function kindOf(word: string): Kind | undefined {
  const kind = word.toLowerCase()
  return Object.hasOwn(kinds, kind) ? (kind as Kind) : undefined
}

function propertiesOf(kind: Kind, folding: string | undefined, words: CalloutWords): Properties {
  const className = ["callout", `callout-${kind}`]
  if (folding) return { className, open: folding === "+" }
  return { className, role: "note", ariaLabel: words[kind] }
}

/** The line that says the kind, or the author's title; that says the kind to those who cannot see. */
function titleOf(
  kind: Kind,
  word: string,
  title: PhrasingContent[],
  folds: boolean,
  position: Paragraph["position"],
): Paragraph {
  const hidden: PhrasingContent = {
    type: "emphasis",
    children: [{ type: "text", value: `${word}: ` }],
    data: { hName: "span", hProperties: { className: ["sr-only"] } },
  }
  return {
    type: "paragraph",
    position,
    data: { hName: folds ? "summary" : "p", hProperties: { className: ["callout-title"] } },
    children: [
      signOf(kind),
      ...(title.length > 0 ? [hidden, ...title] : [{ type: "text" as const, value: word }]),
    ],
  }
}

const signOf = (kind: Kind): PhrasingContent => ({
  type: "emphasis",
  children: [],
  data: {
    hName: "svg",
    hProperties: {
      viewBox: "0 0 16 16",
      width: 16,
      height: 16,
      fill: "none",
      stroke: "currentColor",
      strokeWidth: "1.4",
      strokeLinecap: "round",
      strokeLinejoin: "round",
      ariaHidden: "true",
    },
    hChildren: [s("path", { d: kinds[kind] })],
  },
})

/** The first line of a paragraph, without blanks around it, and what is left, if anything is. */
function splitFirstLine(paragraph: Paragraph): { title: PhrasingContent[]; rest: Paragraph[] } {
  const { children } = paragraph
  const end = children.findIndex((node) => node.type === "break" || lineEndIn(node) >= 0)
  if (end < 0) return { title: trimmed(children), rest: [] }

  const last = children[end] as PhrasingContent
  const title = children.slice(0, end)
  const after = children.slice(end + 1)
  if (last.type === "text") {
    title.push({ ...last, value: last.value.slice(0, lineEndIn(last)) })
    after.unshift({ ...last, value: last.value.slice(lineEndIn(last) + 1) })
  }
  const rest = trimmed(after)
  return {
    title: trimmed(title),
    rest: rest.length > 0 ? [{ ...paragraph, children: rest }] : [],
  }
}

const lineEndIn = (node: Nodes) => (node.type === "text" ? node.value.indexOf("\n") : -1)

/** Phrases without blanks at both ends. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...nodes]
  const trim = (index: number, cut: (value: string) => string) => {
    const node = kept.at(index)
    if (node?.type !== "text") return
    const text: Text = { ...node, value: cut(node.value) }
    if (text.value === "") kept.splice(index, 1)
    else kept.splice(index, 1, text)
  }
  trim(0, (value) => value.trimStart())
  trim(-1, (value) => value.trimEnd())
  return kept
}
