import type { Root } from "mdast"
import { fromMarkdown, type CompileContext, type Options } from "mdast-util-from-markdown"
import type { Extension as FromMarkdown, Handle } from "mdast-util-from-markdown"
import { mdxFromMarkdown } from "mdast-util-mdx"
import { autolink } from "micromark-core-commonmark"
import { mdxjs } from "micromark-extension-mdxjs"
import type { Construct, Extension } from "micromark-util-types"
import type { Point } from "unist"
import { VFileMessage } from "vfile-message"
import { elements } from "../elements/all"
import type { Syntax } from "../mdx/body-element"

/** What the parser says of MDX that it cannot read. */
export type MdxFault = VFileMessage & {
  /** Where the tag, the expression or the import begins that it was reading last. */
  opening?: Point
}

/**
 * Faults of one body that are told at once: who has made more has moved it in, and goes on from there. Each
 * takes another reading, so of a long body fewer are told.
 */
const mostFaultsOf = (body: string) => Math.max(10, Math.min(100, Math.floor(2e6 / body.length)))

/** Tags that HTML never closes. */
const unclosed = /^(?:br|hr|img|wbr)$/

const syntaxes: readonly Syntax[] = [
  { micromark: withAddresses(mdxjs()), mdast: [...mdxFromMarkdown(), voidTags()] },
  ...elements.flatMap(({ syntax = [] }) => syntax),
]

const respellings = elements.flatMap(({ respell }) => respell ?? [])

/**
 * The syntax tree of an MDX body: CommonMark, tags, and what `lib/elements` adds. After a fault it goes on
 * as if the sign that began it were a blank, so that it finds what else is wrong; of a body with faults the
 * tree is for that alone.
 */
export function parseMdx(body: string): { tree: Root; faults: readonly MdxFault[] } {
  const faults: MdxFault[] = []
  const most = mostFaultsOf(body)
  let text = respellings.reduce((before, respell) => respell(before), body)
  for (;;) {
    const outcome = parseOnce(text)
    if ("tree" in outcome) return { ...outcome, faults }
    const places = placesToSkip(outcome.fault, text)
    faults.push(outcome.fault)
    const next = places.reduce(blank, text)
    if (next === text || faults.length >= most)
      return { tree: { type: "root", children: [] }, faults }
    text = next
  }
}

function parseOnce(body: string): { tree: Root } | { fault: MdxFault } {
  const used = syntaxes.filter(({ mayBeIn }) => mayBeIn?.(body) ?? true)
  const openings = watchOpenings()
  const options: Options = {
    extensions: [...used.map(({ micromark }) => micromark), openings.extension],
    mdastExtensions: used.flatMap(({ mdast = [] }) => mdast),
  }
  try {
    return { tree: fromMarkdown(body, options) }
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    return { fault: Object.assign(error, { opening: openings.last() }) }
  }
}

const blank = (text: string, offset: number) => `${text.slice(0, offset)} ${text.slice(offset + 1)}`

/** What closes in a line of text: a tag that begins in it ends in it, or after it by mistake. */
const inline = /`(?:emphasis|strong|delete|link|heading)`/

/** Offsets of the signs without which a fault is none: those that began what could not be read. */
function placesToSkip(fault: MdxFault, text: string): readonly number[] {
  const { source, opening, reason, line = 1, column = 1 } = fault
  if (source !== "mdast-util-mdx-jsx") {
    if (opening?.offset === undefined) return []
    const inTag = text[opening.offset] === "<" && source === "micromark-extension-mdx-expression"
    return [opening.offset, ...(inTag ? [text.indexOf("{", opening.offset)] : [])]
  }
  const own = offsetOf(text, line, column)
  const named =
    /`<\/?([^`>]*)>`/.exec(reason)?.[1] ??
    /^<\/([\w.-]*)/.exec(text.slice(text.lastIndexOf("<", own)))?.[1]
  const other = [...reason.matchAll(/\((\d+):(\d+)-/g)].map(([, line, column]) =>
    offsetOf(text, Number(line), Number(column)),
  )
  if (reason.startsWith("Expected a closing tag")) {
    const [opened = own] = other
    const closing = inline.test(reason) ? text.indexOf(`</${named}`, opened) : -1
    return [opened, ...(closing === -1 ? [] : [closing])]
  }
  const closing = text.lastIndexOf("<", own)
  if (reason.includes("expected an open tag first")) return [closing]
  return [
    closing,
    ...(other.length > 0 ? other : [text.lastIndexOf(`<${named}`, closing - 1)]),
  ].filter((offset) => offset >= 0)
}

function offsetOf(text: string, line: number, column: number): number {
  let at = 0
  for (let number = 1; number < line; number++) at = text.indexOf("\n", at) + 1
  return at + column - 1
}

/** MDX takes a line that begins with `<https://…>` for a tag; it is a paragraph. */
function withAddresses(extension: Extension): Extension {
  const flow = { ...extension.flow }
  const sign = codeOf("<")
  flow[sign] = [flow[sign] ?? []].flat().map((construct) => ({
    ...construct,
    tokenize(effects, ok, decline) {
      const begin = construct.tokenize.call(this, effects, ok, decline)
      return effects.check({ ...autolink, name: "address", partial: true }, decline, begin)
    },
  }))
  return { ...extension, flow }
}

/** Takes `<br>` for `<br />`: whoever moves in writes HTML. */
function voidTags(): FromMarkdown {
  const close = (inner: Handle | undefined): Handle =>
    function (this: CompileContext, token) {
      const tag = this.data.mdxJsxTag as { name?: string; close: boolean; selfClosing: boolean }
      if (tag.name !== undefined && unclosed.test(tag.name) && !tag.close) tag.selfClosing = true
      inner?.call(this, token)
    }
  const exit = jsxExtension().exit ?? {}
  return {
    exit: {
      mdxJsxFlowTag: close(exit["mdxJsxFlowTag"]),
      mdxJsxTextTag: close(exit["mdxJsxTextTag"]),
    },
  }
}

function jsxExtension(): FromMarkdown {
  const found = mdxFromMarkdown().find(({ exit }) => exit?.["mdxJsxFlowTag"] !== undefined)
  if (!found) throw new Error("Unexpected mdast-util-mdx, expected how it ends tags")
  return found
}

/** Constructs that come first where MDX may begin, note the place, and leave it to the others. */
function watchOpenings(): { extension: Extension; last: () => Point | undefined } {
  let last: Point | undefined
  const note: Construct = {
    tokenize(_effects, _ok, decline) {
      last = this.now()
      return decline
    },
  }
  const text = { [codeOf("<")]: note, [codeOf("{")]: note }
  const flow = { ...text, [codeOf("e")]: note, [codeOf("i")]: note } // export, import
  return { extension: { flow, text }, last: () => last }
}

function codeOf(character: string) {
  return character.charCodeAt(0)
}
