import type { Element, ElementContent, Nodes, Parents, Root, Text } from "hast"
import { SKIP, visit } from "unist-util-visit"
import { readMeta, type CodeMeta } from "./meta"
import { mayHoldMarks, notedLines, type Mark, type NotedLine } from "./marks"
import { codeLines, findLanguageName, type Piece } from "./tokens"

/** Makes figures of code blocks: coloured, with what the words after their language ask for. */
export function finishCode(tree: Root): void {
  let noted = 0
  visit(tree, "element", (element, index, parent) => {
    if (element.tagName !== "pre" || !parent || index === undefined) return
    const block = findBlock(element)
    if (!block) return
    const list = mayHoldMarks(block.code, block.language) ? findListBelow(parent, index) : undefined
    const lines = list ? notedLines(block.code, block.language) : plainLines(block)
    const marks = lines.flatMap((line) => line.marks)
    const prefix = `code.${marks.length > 0 ? ++noted : noted}`
    if (list && marks.length > 0) linkNotes(list, marks, prefix)
    parent.children.splice(index, 1, figureOf(block, lines, prefix))
    return [SKIP, index + 1]
  })
}

type Block = { code: string; language?: string; meta: CodeMeta }

function findBlock(pre: Element): Block | undefined {
  const code = pre.children.find((child) => child.type === "element" && child.tagName === "code")
  if (code?.type !== "element") return undefined
  const text = code.children.map((child) => ("value" in child ? child.value : "")).join("")
  const value = text.replace(/\n$/, "")
  const className = [code.properties["className"]].flat().find((name) => typeof name === "string")
  return {
    code: value,
    language: className?.replace(/^language-/, ""),
    meta: readMeta(code.data?.meta ?? "", value.split("\n").length).meta,
  }
}

const plainLines = ({ code, language }: Block): readonly NotedLine[] =>
  codeLines(code, language).map((pieces) => ({ pieces, marks: [] }))

/** The ordered list right below a block. */
function findListBelow({ children }: Parents, index: number): Element | undefined {
  const next = (children as readonly Nodes[])
    .slice(index + 1)
    .find((node) => node.type !== "text" || node.value.trim() !== "")
  return next?.type === "element" && next.tagName === "ol" ? next : undefined
}

/** Gives the items of a list ids, and links back to the lines that they are about. */
function linkNotes(list: Element, marks: readonly Mark[], prefix: string): void {
  list.properties["className"] = ["code-notes"]
  let number = Number(list.properties["start"] ?? 1)
  for (const item of list.children) {
    if (item.type !== "element" || item.tagName !== "li") continue
    const mark = marks.find((one) => one.number === number)
    if (mark) {
      item.properties["id"] = `${prefix}.${number}`
      const last = item.children.findLast((child) => child.type === "element")
      const block = last?.tagName === "p" ? last : item
      block.children.push(text(" "), {
        type: "element",
        tagName: "a",
        properties: {
          href: `#${prefix}.${number}.line`,
          className: ["code-back"],
          ariaLabel: `Back to line ${mark.line + 1}`,
        },
        children: [text("↩")],
      })
    }
    number++
  }
}

function figureOf({ language, meta }: Block, lines: readonly NotedLine[], prefix: string): Element {
  const name = language === undefined ? undefined : findLanguageName(language)
  const pre = element(
    "pre",
    { role: "region", ariaLabel: meta.title ?? (name ? `${name} code` : "Code"), tabIndex: 0 },
    [
      element(
        "code",
        language === undefined ? {} : { className: [`language-${language}`] },
        contentOf(lines, meta, prefix),
      ),
    ],
  )
  const caption = meta.title === undefined ? [] : [element("figcaption", {}, [text(meta.title)])]
  const body =
    meta.fold === undefined
      ? pre
      : element("details", { className: ["fold"] }, [
          element("summary", {}, [text(meta.fold)]),
          pre,
        ])
  const labelled = meta.title === undefined && name !== undefined ? { dataLanguage: name } : {}
  return element("figure", { className: ["code"], ...labelled }, [...caption, body])
}

const element = (
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element => ({ type: "element", tagName, properties, children })

const text = (value: string): Text => ({ type: "text", value })

/** The lines in elements of their own only where something sets lines apart. */
function contentOf(lines: readonly NotedLine[], meta: CodeMeta, prefix: string): ElementContent[] {
  const ends = lines.map(({ pieces, marks }, index): Part[] => [
    ...pieces,
    ...marks.map((mark) => linkOf(mark, prefix)),
    ...(index < lines.length - 1 ? [{ text: "\n", token: "" }] : []),
  ])
  const { numbers, marked, ins, del } = meta
  if (numbers === undefined && marked.size + ins.size + del.size === 0) return spansOf(ends.flat())
  const width = String((numbers ?? 0) + lines.length - 1).length
  return ends.map((parts, index) => {
    const line = index + 1
    const changed = ins.has(line) ? "ins" : del.has(line) ? "del" : undefined
    const tag = changed ?? (marked.has(line) ? "mark" : "span")
    const className = changed && marked.has(line) ? ["line", "marked"] : ["line"]
    const number =
      numbers === undefined ? {} : { dataLine: String(numbers + index).padStart(width) }
    return element(tag, { className, ...number }, spansOf(parts))
  })
}

type Part = Piece | Element

const linkOf = ({ number }: Mark, prefix: string): Element =>
  element(
    "a",
    {
      href: `#${prefix}.${number}`,
      id: `${prefix}.${number}.line`,
      className: ["code-mark"],
      ariaLabel: `Note ${number}`,
    },
    [text(String(number))],
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
    if (part.token === "" || part.text.trim() === "") return text(part.text)
    return element("span", { className: [part.token] }, [text(part.text)])
  })
}
