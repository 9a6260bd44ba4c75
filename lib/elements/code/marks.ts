import { codeLines, type Piece } from "./tokens"

/** A comment such as `# (1)`, which leads to an item of the list below its block. */
export type Mark = {
  number: number
  /** Of the block's lines, the first one 0. */
  line: number
  /** Where its number is in the line, in characters. */
  at: number
}

export type NotedLine = { pieces: readonly Piece[]; marks: readonly Mark[] }

const comment = /^(\s*[^\w\s()]{1,4}\s*)((?:\(\d{1,3}\)\s*)+)[^\w\s()]{0,3}\s*$/

/** The lines of a block, with the marks at their ends taken out of the code. */
export function notedLines(code: string, language?: string): readonly NotedLine[] {
  return codeLines(code, language).map((pieces, line) => {
    const last = pieces.findLastIndex(({ text }) => text.trim() !== "")
    let first = last
    while (pieces[first - 1]?.token === "tc") first-- // its sign may be a piece of its own
    if (pieces[last]?.token !== "tc") return { pieces, marks: [] }

    const said = textOf(pieces.slice(first, last + 1))
    const [, sign = "", numbers = ""] = comment.exec(said) ?? []
    if (numbers === "") return { pieces, marks: [] }
    const start = textOf(pieces.slice(0, first)).length + sign.length
    const marks = [...numbers.matchAll(/\((\d+)\)/g)].map(({ 1: number, index }) => ({
      number: Number(number),
      line,
      at: start + index,
    }))
    return { pieces: trimmed(pieces.slice(0, first)), marks }
  })
}

/** The marks of a block; most have none, which is seen without reading the code. */
export const marksOf = (code: string, language?: string): readonly Mark[] =>
  mayHoldMarks(code, language) ? notedLines(code, language).flatMap(({ marks }) => marks) : []

/** In a block of Markdown, marks belong to the blocks that it shows. */
export const mayHoldMarks = (code: string, language = "text") =>
  !/^(?:te?xt|plain|plaintext|mdx?|markdown)$/.test(language) &&
  /\(\d{1,3}\)[^\w()\n]*$/m.test(code)

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("")

function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const [last, ...before] = pieces.toReversed()
  if (!last) return []
  const text = last.text.trimEnd()
  return text === "" ? trimmed(before.toReversed()) : [...before.toReversed(), { ...last, text }]
}
