import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import type { Label } from "../model/labels"
import type { Heading } from "../model/post"
import { compileMdx, type Run } from "./compile"
import { idOf, parseMdx } from "./parse"
import { typesetTextOf } from "../mdx/typeset"

/** All that is made of a body, so that nobody has to read it again. */
export type Facts = {
  /** Sections and subsections, in order. */
  headings: readonly Heading[]
  /** Keys of the works that it cites, in the order of their first mention. */
  cites: readonly string[]
  /** What else can be referred to. */
  labels: readonly Label[]
  /** Reading time, in whole minutes, at least 1. */
  minutes: number
  /** The body, ready for its page. */
  runs: readonly Run[]
}

/** Words a minute: adults read English non-fiction at 238 (Brysbaert, 2019); code and formulas slow. */
const readingSpeed = 220

const remembered = new Map<string, Facts>()

/**
 * The facts of a body. Remembered by its text, so that the check and Contentlayer, which run in one
 * process, read each post once.
 */
export function factsOf(body: string): Facts {
  return remembered.get(body) ?? rememberFacts(body, parseMdx(body))
}

/** Puts the facts of a tree that is there already where {@link factsOf} finds them. */
export function rememberFacts(body: string, tree: Root): Facts {
  const facts = factsFrom(tree)
  remembered.set(body, facts)
  return facts
}

/** Makes room, once the facts are written. */
export const forgetFacts = () => remembered.clear()

function factsFrom(tree: Root): Facts {
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
    cites: [...cites],
    labels,
    runs: compileMdx(tree),
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
