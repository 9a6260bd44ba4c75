import type { Element, ElementContent } from "hast"
import { h } from "hastscript"
import type { Code } from "mdast"
import { withoutMarks } from "../image/use"
import { mayHoldMarks, notedLines, type Mark, type NotedLine } from "./marks"
import { readMeta, type CodeMeta } from "./meta"
import { findSession } from "./session"
import { codeLines, findLanguageName, type Piece } from "./tokens"
import type { Words } from "../../model/words/words"

/** A block of code, and the list below it if remarks at the ends of its lines may lead there. */
export type Block = { node: Code; list?: Element }

/** The figures of a page's blocks of code, which number those that have remarks. */
export function createFigures(words: Words): (block: Block) => Element {
  let noted = 0
  return ({ node, list }) => {
    const code = withoutMarks(node.value)
    const { language, title } = infoOf(node)
    const { meta } = readMeta(node.meta ?? "", code.split("\n").length)
    if (title !== undefined) meta.title ??= title
    const lines =
      list && mayHoldMarks(code, language)
        ? notedLines(code, language)
        : codeLines(code, language).map((pieces) => ({ pieces, marks: [] }))
    const marks = lines.flatMap((line) => line.marks)
    if (marks.length > 0) noted++
    const prefix = `code.${noted}`
    if (list && marks.length > 0) linkNotes(list, marks, prefix, words)
    const session = findSession(code, language)
    const parts = partsOf(lines, prefix, words).map((line, index) => {
      const kind = session?.[index]
      if (kind === "output") return [h("samp", spansOf(line))]
      return kind ? promptApart(line, kind.prompt) : line
    })
    return figureOf(language, meta, contentOf(parts, meta), words)
  }
}

/** The language of a block, and its title where it is written behind it, as in `js:app.js`. */
function infoOf({ lang }: Code): { language?: string; title?: string } {
  const [, language, title] = /^([^\s:]+)(?::(?:title=)?(\S*))?/.exec(lang ?? "") ?? []
  return { language, title: title === "" ? undefined : title }
}

/** Gives the items of a list ids, and links back to the lines that they are about. */
function linkNotes(list: Element, marks: readonly Mark[], prefix: string, words: Words): void {
  list.properties["className"] = ["code-notes"]
  let number = Number(list.properties["start"] ?? 1)
  for (const item of list.children) {
    if (item.type !== "element" || item.tagName !== "li") continue
    const mark = marks.find((one) => one.number === number)
    if (mark) {
      item.properties["id"] = `${prefix}.${number}`
      const last = item.children.findLast((child) => child.type === "element")
      const block = last?.tagName === "p" ? last : item
      const back = { className: ["code-back"], ariaLabel: words.backToLine(mark.line + 1) }
      const link = h("a", { href: `#${prefix}.${number}.line`, ...back }, "↩")
      block.children.push({ type: "text", value: " " }, link)
    }
    number++
  }
}

/** A figure: coloured, with what the words after the language ask for. */
function figureOf(
  language: string | undefined,
  meta: CodeMeta,
  content: readonly ElementContent[],
  words: Words,
): Element {
  const { title, fold } = meta
  const name = language === undefined ? undefined : findLanguageName(language)
  const box = {
    role: "group",
    ariaLabel: title ?? (name ? words.codeIn(name) : "Code"),
    tabIndex: 0,
  }
  const className = language === undefined ? undefined : [`language-${language}`]
  const pre = h("pre", box, h("code", { className }, ...content))
  return h(
    "figure",
    { className: ["code"], dataLanguage: title === undefined ? name : undefined },
    title === undefined ? null : h("figcaption", title),
    fold === undefined
      ? pre
      : h(
          "details",
          { className: ["fold"] },
          h("summary", fold === "" ? words.showCode : fold),
          pre,
        ),
  )
}

type Part = Piece | Element

/** What is in each line, its end too. */
const partsOf = (
  lines: readonly NotedLine[],
  prefix: string,
  words: Words,
): readonly (readonly Part[])[] =>
  lines.map(({ pieces, marks }, index) => [
    ...pieces,
    ...marks.map((mark) => linkOf(mark, prefix, words)),
    ...(index < lines.length - 1 ? [{ text: "\n", token: "" }] : []),
  ])

/** A command with its prompt in an element of its own: it is not what a reader types. */
function promptApart(line: readonly Part[], length: number): readonly Part[] {
  if (length === 0) return line
  let rest = length
  const command = line.map((part) => {
    if ("type" in part) return part
    const cut = Math.min(rest, part.text.length)
    rest -= cut
    return { ...part, text: part.text.slice(cut) }
  })
  const text = line.map((part) => ("type" in part ? "" : part.text)).join("")
  return [h("span", { className: ["prompt"] }, text.slice(0, length)), ...command]
}

/** The lines in elements of their own only where something sets lines apart. */
function contentOf(lines: readonly (readonly Part[])[], meta: CodeMeta): ElementContent[] {
  const { numbers, marked, ins, del } = meta
  if (numbers === undefined && marked.size + ins.size + del.size === 0) return spansOf(lines.flat())
  const width = String((numbers ?? 0) + lines.length - 1).length
  return lines.map((parts, index) => {
    const line = index + 1
    const changed = ins.has(line) ? "ins" : del.has(line) ? "del" : undefined
    const tag = changed ?? (marked.has(line) ? "mark" : "span")
    const className = changed && marked.has(line) ? ["line", "marked"] : ["line"]
    const number =
      numbers === undefined ? {} : { dataLine: String(numbers + index).padStart(width) }
    return h(tag, { className, ...number }, spansOf(parts))
  })
}

const linkOf = ({ number }: Mark, prefix: string, words: Words): Element =>
  h(
    "a",
    {
      href: `#${prefix}.${number}`,
      id: `${prefix}.${number}.line`,
      className: ["code-mark"],
      ariaLabel: words.note(number),
    },
    String(number),
  )

/** Pieces of one colour side by side become one; plain code has no element, and blanks no colour. */
function spansOf(parts: readonly Part[]): ElementContent[] {
  const merged: Part[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if ("type" in part || !last || "type" in last) merged.push(part)
    else if (part.token === last.token || part.text.trim() === "") {
      merged[merged.length - 1] = { text: last.text + part.text, token: last.token }
    } else merged.push(part)
  }
  return merged.map((part) => {
    if ("type" in part) return part
    const isPlain = part.token === "" || part.text.trim() === ""
    if (isPlain) return { type: "text", value: part.text }
    return h("span", { className: [part.token] }, part.text)
  })
}
