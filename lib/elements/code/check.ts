import type { Code, List, Nodes } from "mdast"
import type { BodyContext, ReportAt } from "../../mdx/body-element"
import { suggestionOf } from "../../model/nearest"
import type { Place } from "../../model/problem"
import { marksOf, type Mark } from "./marks"
import { readMeta } from "./meta"
import { isLanguage, languageNames } from "./tokens"

/**
 * What is wrong with a block of code: its language, its meta words, its notes.
 *
 * @param lines of the body
 * @param next what stands below it
 */
export function checkCode(
  code: Code,
  lines: readonly string[],
  next: Nodes | undefined,
  { report }: BodyContext,
): void {
  const { position, lang, meta, value } = code
  if (!position) return
  const { line, column } = position.start
  const info = lines[line - 1] ?? ""
  const at = (offset: number): Place => ({ line, column: offset + 1 })

  const [language = ""] = lang?.split(":") ?? []
  if (typeof lang === "string" && !isLanguage(language)) {
    const [, cell] = /^\{\s*\.?([\w-]*)/.exec(lang) ?? []
    const near = suggestionOf(language.toLowerCase(), languageNames())
    const reason =
      cell === undefined
        ? `Unexpected language ${language}, expected one that can be coloured, or text${near}`
        : `Unexpected cell ${lang}, expected ${cell || "a language"} without braces: code is shown, and not run`
    report(at(Math.max(info.indexOf(lang, column - 1), column - 1)), reason, "code-language")
  }
  if (typeof meta === "string") {
    // Where the parser has decoded an entity or an escape, the words stand elsewhere.
    const start = info.trimEnd().endsWith(meta) ? info.trimEnd().length - meta.length : undefined
    for (const fault of readMeta(meta, value.split("\n").length).faults) {
      report(at(start === undefined ? column - 1 : start + fault.at), fault.reason, fault.rule)
    }
  }
  const open = findOpenFence(code, lines)
  if (open === undefined) return checkNotes(code, next, lines, report)
  const reason = `Unexpected code block without an end, expected a line of ${open} below it`
  report(at(column - 1), reason, "code-end")
}

/** The row of signs that a block begins with, if none ends it: all that follows is code then. */
function findOpenFence({ position }: Code, lines: readonly string[]): string | undefined {
  if (!position) return undefined
  const { start, end } = position
  const [fence] = /^(?:`+|~+)/.exec(lines[start.line - 1]?.slice(start.column - 1) ?? "") ?? []
  const last = lines[end.line - 1]?.slice(0, end.column - 1) ?? ""
  const [, closing = ""] = /^[\s>]*(`+|~+)[ \t]*$/.exec(last) ?? []
  const isClosed = end.line > start.line && fence !== undefined && closing.startsWith(fence)
  return isClosed ? undefined : fence
}

/** Every mark in a block has an item in the list right below it, and every item has one mark. */
function checkNotes(
  { lang, value, position }: Code,
  next: Nodes | undefined,
  lines: readonly string[],
  report: ReportAt,
): void {
  const marks = marksOf(value, lang ?? undefined)
  if (marks.length === 0) return
  const code = value.split("\n")
  const placeOf = ({ line, at }: Mark): Place => {
    const there = (position?.start.line ?? 0) + line + 1
    const margin = (lines[there - 1]?.length ?? 0) - (code[line]?.length ?? 0) // of a list, say
    return { line: there, column: Math.max(0, margin) + at + 1 }
  }
  const list = next?.type === "list" && next.ordered === true ? next : undefined
  const numbers = numbersOf(list)
  const marked = new Set<number>()
  for (const mark of marks) {
    const { number } = mark
    if (marked.has(number)) {
      const reason = `Unexpected second mark (${number}) in a code block, expected one`
      report(placeOf(mark), reason, "code-note")
    } else if (!numbers.includes(number)) {
      const reason = list
        ? `Unexpected mark (${number}), expected an item ${number}. in the list right below the block`
        : `Unexpected mark (${number}), expected a numbered list right below the block`
      report(placeOf(mark), reason, "code-note")
    }
    marked.add(number)
  }
  list?.children.forEach((item, index) => {
    const number = numbers[index] ?? 0
    if (marked.has(number) || !item.position) return
    const reason = `Unexpected item ${number}. below a code block with marks, expected a mark (${number}) in the block`
    report(item.position.start, reason, "code-note")
  })
}

const numbersOf = (list: List | undefined): readonly number[] =>
  list?.children.map((_, index) => (list.start ?? 1) + index) ?? []
