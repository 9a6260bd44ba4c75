import GithubSlugger from "github-slugger"
import type { Nodes, PhrasingContent, Root } from "mdast"
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx"
import type { Construct } from "micromark-util-types"
import remarkMdx from "remark-mdx"
import remarkParse from "remark-parse"
import { unified, type Processor } from "unified"
import type { Point } from "unist"
import { SKIP, visit } from "unist-util-visit"
import { VFileMessage } from "vfile-message"
import { lineTags } from "../mdx/tags"
import { makeCallouts } from "../elements/callout/syntax"
import { citations } from "../elements/citation/syntax"
import { dollars } from "../elements/math/syntax"
import { gfm, gfmAddresses, mayHoldAddress } from "./gfm"
import { addLabels, mayHoldLabels } from "../elements/figure/numbers"
import { parseText } from "../mdx/literal"
import { lostNotes } from "../elements/note/syntax"
import { makeQuotes } from "../elements/quote/syntax"
import { formulaText } from "../elements/math/tex"
import "mdast-util-mdx"

/** What the parser says of MDX that it cannot read. */
export type MdxFault = VFileMessage & {
  /** Where the tag, the expression or the import begins that it was reading last. */
  opening?: Point
}

type Parser = { parse: (body: string) => Root }

const parsers = new Map<string, Parser>()

/** The parser of a body; what the body cannot hold is not looked for, and costs nothing. */
function parserOf(body: string): Parser {
  const addresses = mayHoldAddress(body)
  const formulas = body.includes("$")
  const key = `${addresses} ${formulas}`
  const parser = parsers.get(key) ?? makeParser(addresses, formulas)
  parsers.set(key, parser)
  return parser
}

const makeParser = (addresses: boolean, formulas: boolean): Parser =>
  unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(lostNotes)
    .use(gfm)
    .use(addresses ? [gfmAddresses] : [])
    .use(citations)
    .use(formulas ? [dollars] : [])
    .use(noteOpenings)
    .freeze()

let opening: Point | undefined

/** Adds constructs that come first where MDX may begin, note the place, and leave it to the others. */
function noteOpenings(this: Processor) {
  const note: Construct = {
    tokenize(_effects, _ok, decline) {
      opening = this.now()
      return decline
    },
  }
  const text = { [codeOf("<")]: note, [codeOf("{")]: note }
  const flow = { ...text, [codeOf("e")]: note, [codeOf("i")]: note } // export, import
  ;(this.data().micromarkExtensions ??= []).push({ flow, text })
}

function codeOf(character: string) {
  return character.charCodeAt(0)
}

/**
 * The syntax tree of an MDX body: CommonMark, GFM (tables, footnotes, task lists, strikethrough),
 * formulas and tags, each heading with the id that its anchor has on the page, figures with their numbers.
 *
 * @throws MdxFault, with line and column, where the MDX cannot be read
 */
export function parseMdx(body: string): Root {
  const tree = treeOf(body)
  liftTags(tree)
  makeCallouts(tree)
  makeQuotes(tree)
  const slugger = new GithubSlugger()
  const headings = new Map<string, string>()
  visit(tree, "heading", (heading) => {
    const text = textOf(heading)
    const id = slugger.slug(text)
    heading.data = { ...heading.data, hProperties: { id } }
    headings.set(id, text)
  })
  if (mayHoldLabels(body)) addLabels(tree, headings)
  return tree
}

function treeOf(body: string): Root {
  opening = undefined
  try {
    return parserOf(body).parse(body)
  } catch (error) {
    throw error instanceof VFileMessage ? Object.assign(error, { opening }) : error
  }
}

/** A tag that stands alone in its paragraph is a block, as MDX has it: the paragraph goes. */
function liftTags(tree: Root): void {
  visit(tree, "paragraph", (paragraph, index, parent) => {
    if (!parent || index === undefined) return
    const inner = paragraph.children.filter((child) => !isBlank(child))
    if (inner.length === 0 || !inner.every(isBlockTag)) return
    const blocks = inner.map(({ attributes, children, name, position }): MdxJsxFlowElement => ({
      type: "mdxJsxFlowElement",
      name,
      attributes,
      children: children as MdxJsxFlowElement["children"],
      position,
    }))
    parent.children.splice(index, 1, ...blocks)
    return [SKIP, index + blocks.length]
  })
}

const isBlank = (node: PhrasingContent) => node.type === "text" && node.value.trim() === ""

/** Whether it is a tag in a line of text although it renders what no line can hold. */
export const isBlockTag = (node: Nodes): node is MdxJsxTextElement =>
  node.type === "mdxJsxTextElement" &&
  !lineTags.includes(node.name ?? "") &&
  /^(?:[A-Z]|(?:details|div|summary|dl|dt|dd)$)/.test(node.name ?? "")

/** What a node says, without marks, pictures, comments and footnote numbers. */
export function textOf(node: Nodes): string {
  if ("children" in node) return node.children.map(textOf).join("")
  if (node.type === "text" || node.type === "inlineCode") return node.value
  if (node.type === "inlineMath") return formulaText(node.value)
  if (node.type !== "mdxTextExpression") return ""
  try {
    return parseText(node.data?.estree)
  } catch {
    return "" // the check refuses it
  }
}

/** The id that {@link parseMdx} gave a heading. */
export const idOf = (heading: Nodes) => heading.data?.hProperties?.["id"] ?? ""
