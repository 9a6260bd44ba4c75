import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import type { Label } from "../model/labels"
import type { Heading } from "../model/post"
import { idOf } from "./parse"
import { typesetTextOf } from "../mdx/typeset"

/** What lists, tables of contents and references show of a body. */
export type Facts = {
  /** Sections and subsections, in order. */
  headings: readonly Heading[]
  /** Keys of the works that it cites, in the order of their first mention. */
  works: readonly string[]
  /** What else can be referred to. */
  labels: readonly Label[]
  /** Reading time, in whole minutes, at least 1. */
  minutes: number
}

/** Words a minute: adults read English non-fiction at 238 (Brysbaert, 2019); code and formulas slow. */
const readingSpeed = 220

/** What is to be known of a body besides its pages. */
export function factsFrom(tree: Root): Facts {
  const headings: Heading[] = []
  const cites = new Set<string>()
  const labels: Label[] = []
  let words = 0

  visit(tree, (node: Nodes) => {
    if (node.type === "heading" && (node.depth === 2 || node.depth === 3)) {
      headings.push({ depth: node.depth, id: idOf(node), text: typesetTextOf(node) })
    }
    if (node.type === "citation") for (const { key } of node.items) cites.add(key)
    const label = findLabel(node)
    if (label) labels.push(label)
    if (node.type === "text" || node.type === "inlineCode") words += wordsIn(node.value)
  })

  return {
    headings,
    works: [...cites],
    labels,
    minutes: Math.max(1, Math.round(words / readingSpeed)),
  }
}

/** What a node of a body is called from elsewhere, unless its table of contents says so. */
function findLabel(node: Nodes): Label | undefined {
  const { label } = node.data ?? {}
  if (label?.id !== undefined) return { id: label.id, kind: label.kind, number: label.number }
  if (node.type !== "heading" || node.depth < 4) return undefined
  return { id: idOf(node), kind: "section", text: typesetTextOf(node) }
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" })

/** Counts words of any script; one of ASCII by spaces, which is thirty times as fast. */
function wordsIn(text: string) {
  if (/^\p{ASCII}*$/u.test(text)) return text.split(/\s+/).filter(Boolean).length
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++
  return words
}
