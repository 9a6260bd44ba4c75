import { suggestionOf } from "../../model/nearest"

/** What an author asks of a code block, in the words after its language. */
export type CodeMeta = {
  /** The name of a file, or another caption. */
  title?: string
  /** Number of the first line, where the lines are numbered. */
  numbers?: number
  /** What a block says that is closed at first; "" where nobody says what. */
  fold?: string
  /** Lines of the block, the first one 1, that stand out, were added, or were removed. */
  marked: ReadonlySet<number>
  ins: ReadonlySet<number>
  del: ReadonlySet<number>
}

/** What is wrong with a block, and at which offset of its meta words. */
export type MetaFault = { at: number; reason: string; rule: "code-meta" | "code-lines" }

const names = ["title", "numbers", "ins", "del", "fold"] as const
type Name = (typeof names)[number]

/** What other highlighters call the same. */
const otherNames: Readonly<Record<string, Name>> = {
  add: "ins",
  added: "ins",
  caption: "title",
  collapse: "fold",
  collapsed: "fold",
  file: "title",
  filename: "title",
  linenos: "numbers",
  linenumbers: "numbers",
  "line-numbers": "numbers",
  name: "title",
  numberlines: "numbers",
  remove: "del",
  removed: "del",
  showlinenumbers: "numbers",
  startlinenumber: "numbers",
  "data-line-numbers": "numbers",
}

/** Names of lines that stand out. */
const lineNames = new Set(["lines", "highlight", "hl_lines", "mark", "hl"])

type Value = { at: number; kind: "none" | "text" | "braces" | "bare"; text: string }

const expected: Record<Name, string> = {
  title: 'title="…"',
  numbers: "numbers or numbers=10",
  ins: "ins={2,4-6}",
  del: "del={2,4-6}",
  fold: 'fold or fold="…"',
}

/**
 * Reads the words after a block's language. What is wrong is left out, and told.
 *
 * @param lines how many lines the block has
 */
export function readMeta(
  meta: string,
  lines: number,
): { meta: CodeMeta; faults: readonly MetaFault[] } {
  const faults: MetaFault[] = []
  const sets = { marked: new Set<number>(), ins: new Set<number>(), del: new Set<number>() }
  const result: CodeMeta = { ...sets }
  const seen = new Set<string>()

  for (const { at, word, name: written, value } of wordsOf(meta)) {
    const name = nameFor(written)
    if (name === "") {
      addLines(value, lines, sets.marked, faults)
      continue
    }
    if (!isName(name)) {
      const reason = `Unexpected ${word} after the language of a code block, expected title="…", numbers, {2,4-6}, ins={…}, del={…} or fold${suggestionOf(name, names)}`
      faults.push({ at, reason, rule: "code-meta" })
      continue
    }
    if (seen.has(name)) {
      const reason = `Unexpected second ${name} of a code block, expected one`
      faults.push({ at, reason, rule: "code-meta" })
      continue
    }
    seen.add(name)
    if ((name === "ins" || name === "del") && value.kind !== "none") {
      addLines(value, lines, sets[name], faults)
      continue
    }
    if (!takeValue(result, name, value)) {
      const reason = `Unexpected ${word} after the language of a code block, expected ${expected[name]}`
      faults.push({ at, reason, rule: "code-meta" })
    }
  }
  const both = [...sets.ins].find((line) => sets.del.has(line))
  if (both !== undefined) {
    const reason = `Unexpected line ${both} in both ins and del, expected it in one`
    faults.push({ at: meta.search(/\b(?:ins|del)=/), reason, rule: "code-lines" })
  }
  return { meta: result, faults }
}

/** The name that is meant by one of another highlighter; "" of lines that stand out. */
function nameFor(written: string): string {
  const name = written.toLowerCase()
  if (lineNames.has(name)) return ""
  return Object.hasOwn(otherNames, name) ? (otherNames[name] ?? written) : written
}

const isName = (name: string): name is Name => (names as readonly string[]).includes(name)

/** Whether a word other than `ins` and `del` has a value that it takes. */
function takeValue(result: CodeMeta, name: Name, { kind, text }: Value): boolean {
  if (name === "title" && kind !== "none" && text.trim() !== "") result.title = text.trim()
  else if (name === "fold" && kind === "none") result.fold = ""
  else if (name === "fold" && kind === "text" && text.trim() !== "") result.fold = text
  else if (name === "fold" && text === "true") result.fold = ""
  else if (name === "numbers" && (kind === "none" || /^(?:true|table|inline)$/.test(text))) {
    result.numbers = 1
  } else if (/^(?:false|hide)$/.test(text))
    return true // says that it is as it would be
  else if (name === "numbers" && /^\d{1,6}$/.test(text)) {
    result.numbers = Number(text)
  } else return false
  return true
}

type Word = { at: number; word: string; name: string; value: Value }

/**
 * A name, a name with a value, or a value in braces; anything else is a name that nobody knows. A title
 * may do without quotes, and braces may hold names with values, as Hugo has them.
 */
function* wordsOf(meta: string): Generator<Word> {
  const pattern =
    /(?<name>[\w-]+)=(?:"(?<text>[^"]*)"|'(?<single>[^']*)'|[{[](?<braces>[^{}[\]]*)[}\]]|(?<bare>[^\s"'{}[\]]+))(?!\S)|\{(?<lines>[^{}]*)\}(?:#\w+)?(?!\S)|\S+/g
  for (const { 0: word, index: at, groups = {} } of titled(meta).matchAll(pattern)) {
    const { name = "", text = groups["single"], braces, bare, lines } = groups
    const value = (kind: Value["kind"], inner: string, before: number): Word => ({
      at,
      word,
      name,
      value: { kind, text: inner, at: at + before },
    })
    if (lines?.includes("=")) {
      const inner = lines.replaceAll(/,\s*(?=[\w-]+=)/g, " ")
      for (const one of wordsOf(inner)) yield { ...one, at: at + 1 + one.at }
    } else if (lines !== undefined) yield value("braces", lines, 1)
    else if (text !== undefined) yield value("text", text, name.length + 2)
    else if (braces !== undefined) yield value("braces", braces, name.length + 2)
    else if (bare !== undefined) yield value("bare", bare, name.length + 1)
    else yield { ...value("none", "", 0), name: nameIn(word) }
  }
}

/** Quotes around a title that has none, in the place of a blank: `title=An example {1}`. */
const titled = (meta: string) =>
  meta.replace(
    /(^|\s)(title|filename|file|caption)=([^\s"'{}=][^"{}=]*\s[^"{}=]*?)(?=\s+[\w-]+=|\s*\{|\s*$)/i,
    (_all, before: string, name: string, words: string) => `${before}${name}="${words}"`,
  )

/** The name in a word whose value is not written as values are, so that it can be told what is. */
function nameIn(word: string): string {
  const name = /^[\w-]+(?==)/.exec(word)?.[0]
  return name !== undefined && isName(name) ? name : word
}

/** Adds the lines of a list such as `2,4-6`. */
function addLines(value: Value, lines: number, set: Set<number>, faults: MetaFault[]): void {
  let at = value.at
  for (const part of value.text.split(",")) {
    const start = at + (/\S/.exec(part)?.index ?? 0)
    at += part.length + 1
    const fault = (reason: string) => faults.push({ at: start, reason, rule: "code-lines" })

    const [, from, to = from] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part) ?? []
    const [first, last] = [Number(from), Number(to)]
    if (from === undefined) {
      fault(`Unexpected ${part.trim() || "gap"} in braces, expected lines such as {2,4-6}`)
    } else if (first < 1 || last > lines) {
      fault(`Unexpected line ${first < 1 ? first : last}, expected ${linesTo(lines)}`)
    } else if (last < first) {
      fault(`Unexpected ${part.trim()} in braces, expected ${last}-${first}`)
    } else for (let line = first; line <= last; line++) set.add(line)
  }
}

const linesTo = (lines: number) =>
  lines > 1 ? `one of the block's lines 1 to ${lines}` : "line 1, the block's only one"
