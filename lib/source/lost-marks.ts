import type { Root } from "mdast"
import { visit } from "unist-util-visit"
import { findNearest } from "../model/nearest"
import { placeAt, type Place } from "../model/problem"
import type { RuleId } from "../model/rules"

/** Says what is wrong, at a place in the body. */
type ReportAt = (place: Place, reason: string, rule: RuleId) => void

type LostMark = {
  /** What is looked for in the source; the problem is where it begins, `before` left aside. */
  pattern: RegExp
  rule: RuleId
  /** What was unexpected and what expected, of what the pattern calls `found`. */
  reasonOf: (found: string, definitions: readonly string[]) => string
}

const lostMarks: readonly LostMark[] = [
  {
    pattern: /^(?<before>[ \t>]*)(?<found>#{2,6})(?=[^\s#])/gm,
    rule: "heading",
    reasonOf: (marks) =>
      `${marks} without a space behind it, expected one, or \\${marks} for the signs themselves`,
  },
  {
    pattern:
      /^(?<before>[ \t>]*)(?:(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+|\|[ \t]*:?-+:?[ \t]*(?=\|))(?:\|[ \t]*)?$/gm,
    rule: "table",
    reasonOf: () =>
      "row of dashes that makes no table, expected as many columns as in the row right above it",
  },
  {
    pattern:
      /(?<=(?<!\\)\[[^\][]*\]\()(?<found>[^\s()<>]+(?: +[^\s()<>"']+)+)(?= *(?:["'][^\n]*)?\))/g,
    rule: "link-target",
    reasonOf: (address) =>
      `space in the address ${address}, expected one without, such as ${address.replaceAll(/ +/g, "-")}`,
  },
  {
    pattern: /(?<=(?<!\\)\[[^\][]*\]) +(?=\((?:\/|#|https?:\/\/)[^\s()]*\))/g,
    rule: "link-target",
    reasonOf: () => "space between ] and ( of a link, expected none",
  },
  {
    pattern: /(?<!\\)\([^()\n]*\)\[(?<found>(?:\/|#|https?:\/\/)[^\s\]]*)\]/g,
    rule: "link-target",
    reasonOf: (address) => `(…)[…] around a link, expected [text](${address})`,
  },
  {
    pattern:
      /(?<![\\\w\]])\[(?![@^])(?=[^\][]*[A-Za-z])[^\][]+\]\[(?=[^\][]*[A-Za-z])(?<found>[^\][\n]+)\]/g,
    rule: "link-target",
    reasonOf: (name, definitions) => {
      const nearest = findNearest(name, definitions)
      const near = nearest === undefined ? "" : `; did you mean [${nearest}]?`
      return `link to [${name}], expected a line [${name}]: and its address${near}`
    },
  },
  {
    pattern: /(?<![\\\w$])\$(?=[A-Za-z\\])/g,
    rule: "tex",
    reasonOf: () =>
      "$ without another, expected $ right behind the formula too, or \\$ for the sign itself",
  },
  {
    pattern: /(?<![\\\w$])\$ (?=[A-Za-z] |[^$\n]*[\\^_=])(?=[^$\n]* \$(?![\w$]))/g,
    rule: "tex",
    reasonOf: () =>
      "space behind $, expected the formula right behind it, or \\$ for the sign itself",
  },
  {
    pattern: /(?<![\\\]])\\\((?=(?:(?!\\\().)+?\\\))/g,
    rule: "tex",
    reasonOf: () => "\\( for a formula, expected $ before and behind it",
  },
  {
    pattern: /^(?<before>[ \t>]*)\\\[(?:[ \t]*$|(?=[^\n]*(?:\\[A-Za-z]|[\^_=]))(?=[^\n]*\\\]))/gm,
    rule: "tex",
    reasonOf: () => "\\[ for a formula, expected $$ above and below it",
  },
]

/**
 * What an author meant as a mark and Markdown takes for text, which is how readers would see it. A
 * backslash before it says that text is meant.
 */
export function holdLostMarks(tree: Root, body: string, report: ReportAt): void {
  const texts: { from: number; to: number }[] = []
  const definitions: string[] = []
  visit(tree, "text", ({ position }) => {
    const { start, end } = position ?? {}
    if (start?.offset !== undefined && end?.offset !== undefined) {
      texts.push({ from: start.offset, to: end.offset })
    }
  })
  visit(tree, "definition", ({ label, identifier }) => void definitions.push(label ?? identifier))
  for (const { pattern, rule, reasonOf } of lostMarks) {
    for (const {
      0: { length },
      index,
      groups = {},
    } of body.matchAll(pattern)) {
      const { before = "", found = "" } = groups
      const start = index + before.length
      if (!texts.some(({ from, to }) => start >= from && index + length <= to)) continue
      report(placeAt(body, start), `Unexpected ${reasonOf(found, definitions)}`, rule)
    }
  }
}
