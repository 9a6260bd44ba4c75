import type { Nodes, Root } from "mdast"
import type { Point } from "unist"

/** A place in a body, and what is nested too deep there. */
export type NestingFault = { place: Pick<Point, "line" | "column">; what: string; most: number }

/** Lists and quotations in each other: more, and there is no room for a word in a line of a phone. */
const mostContainers = 50
/** Signs in each other that are open: braces, and brackets, of which half-open intervals leave many. */
const pairs = [
  { opening: "{", closing: "}", what: "braces", most: 100 },
  { opening: "[", closing: "]", what: "brackets", most: 1_000 },
] as const
/** Nodes of a tree in each other: a list takes three. */
const mostNodes = 300

/** A line that begins a block between rows of colons, and one that ends it. */
const colons = /^[ \t>]*:{3,}[ \t]*(\S?)/

/** The marks of the lists and quotations that a line begins with, one after the other. */
const marks = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y
/** A line that divides sections, and begins no list. */
const divider = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$/
/** The fence of a code block, and what stands behind it: nothing, at its end. */
const fence = /^[ \t>]*(?:(`{3,})([^`]*)|(~{3,})(.*))$/

/**
 * Finds text that is nested deeper than any person writes it: to parse that takes a time of the square
 * of its depth, and more of the stack than there is.
 */
export function findDeepText(body: string): NestingFault | undefined {
  const open: number[] = [] // the columns of the lists that a line may be in
  let fenced = ""
  let blocks = 0
  const unclosed = pairs.map(() => 0)
  for (const [index, text] of body.split("\n").entries()) {
    const place = (column: number) => ({ line: index + 1, column: column + 1 })
    fenced = fenceAfter(text, fenced)
    if (fenced !== "" || divider.test(text)) continue
    if (text.trim() === "") {
      unclosed.fill(0)
      continue
    }
    const [row, within] = colons.exec(text) ?? []
    if (row !== undefined) blocks = within === "" ? Math.max(0, blocks - 1) : blocks + 1
    if (blocks > mostContainers) {
      return { place: place(text.indexOf(":")), what: "blocks between :::", most: mostContainers }
    }
    const columns = marksIn(text)
    const [first = /\S/.exec(text)?.index ?? 0] = columns
    while (open.length > 0 && (open.at(-1) ?? 0) >= first) open.pop()
    const deepest = columns[mostContainers - open.length]
    if (deepest !== undefined) {
      return { place: place(deepest), what: "lists and quotations", most: mostContainers }
    }
    open.push(...columns)
    for (const [number, { opening, closing, what, most }] of pairs.entries()) {
      const at = findDeepest(text, opening, closing, most, unclosed[number] ?? 0)
      if (at.deep !== undefined) return { place: place(at.deep), what, most }
      unclosed[number] = at.open
    }
  }
  return undefined
}

/** Where a line opens more than may be open, and how many it leaves open. */
function findDeepest(text: string, opening: string, closing: string, most: number, before: number) {
  let open = before
  for (let at = 0; at < text.length; at++) {
    if (text[at] === opening && ++open > most) return { deep: at, open }
    if (text[at] === closing) open = Math.max(0, open - 1)
  }
  return { open }
}

/** The fence of the code block that a text is in after a line, or "". */
function fenceAfter(line: string, before: string): string {
  const [, ticks, meta, tildes, more] = fence.exec(line) ?? []
  const found = ticks ?? tildes ?? ""
  if (before === "") return found
  const isEnd = found.startsWith(before) && (meta ?? more ?? "").trim() === ""
  return isEnd ? "" : before
}

/** The columns of the marks that a line begins with. */
function marksIn(text: string): readonly number[] {
  const columns: number[] = []
  marks.lastIndex = 0
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    columns.push(match.index + match[0].search(/\S/))
  }
  return columns
}

/** Finds a node that is deeper in a tree than what walks trees by calling itself can go. */
export function findDeepNode(tree: Root): NestingFault | undefined {
  let level: readonly Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    const [node] = level
    if (depth > mostNodes) {
      const { line = 1, column = 1 } = node?.position?.start ?? {}
      return { place: { line, column }, what: "elements", most: mostNodes }
    }
    level = level.flatMap((node) => ("children" in node ? node.children : []))
  }
  return undefined
}
