import { openBrace, wordAt } from "./bibtex-brace"

/** A field of an entry: its value without what encloses it, and where that begins in the file. */
export type BibtexField = { name: string; value: string; offset: number }

/** An entry of a BibTeX file: `@book{minsky1969, title = {Perceptrons}}`. */
export type BibtexEntry = {
  type: string
  key: string
  fields: readonly BibtexField[]
  /** Where it begins. */
  offset: number
}

/** What is wrong with a file, in an author's words, and the offset at which to look. */
export type BibtexFault = { offset: number; reason: string }

/** All that a BibTeX file holds, as far as it can be read. */
export type Bibtex = {
  entries: readonly BibtexEntry[]
  /** The keys of entries that cannot be read. */
  brokenKeys: readonly string[]
  faults: readonly BibtexFault[]
}

const wrongForm = "Unexpected BibTeX, expected @type{key, field = {…}, …} with every brace closed"

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")

/** What stands between entries is a remark; so is what follows a % there. */
const nextEntry = /%.*|^[ \t]*@\s*\w*\s*[{(]?|(?<![\w.])@\s*\w+\s*[{(]/gm

/** Reads a BibTeX file: entries, `@string`, `@preamble` and `@comment`; goes on after what is broken. */
export function scanBibtex(text: string): Bibtex {
  const entries: BibtexEntry[] = []
  const brokenKeys: string[] = []
  const faults: BibtexFault[] = []
  const strings = new Map(months.map((month) => [month, month]))
  const start = new RegExp(nextEntry)
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const [head] = found
    if (head.startsWith("%")) continue
    const offset = found.index + head.search("@")
    // An entry may hold anything; one that is broken ends at the latest where a line begins another.
    const end =
      offset + 1 + (text.slice(offset + 1).search(/^[ \t]*@\s*\w+\s*[{(]/m) + 1 || Infinity)
    const whole = readAt(text, offset, strings)
    const read = "reason" in whole ? readAt(text.slice(0, end - 1), offset, strings) : whole
    if ("reason" in read) {
      faults.push(read)
      const [, key] = /^@\s*\w+\s*[{(]\s*([^\s,{}=]+)\s*,/.exec(text.slice(offset)) ?? []
      if (key !== undefined) brokenKeys.push(key)
      start.lastIndex = Math.max(start.lastIndex, Math.min(end - 1, text.length))
    } else {
      if (read.entry) entries.push(read.entry)
      start.lastIndex = read.end
    }
  }
  return { entries, brokenKeys, faults }
}

type Read = { entry?: BibtexEntry; end: number } | BibtexFault

/** Reads what begins with an @. */
function readAt(text: string, offset: number, strings: Map<string, string>): Read {
  const [head = "@", word = "", open] = /^@\s*(\w*)\s*([{(])?/.exec(text.slice(offset)) ?? []
  const type = word.toLowerCase()
  const reader = new Reader(text, offset, offset + head.length, strings)
  try {
    if (type === "comment" && open === undefined) return { end: offset + head.length }
    if (open === undefined) return { offset, reason: wrongForm }
    if (type === "comment" || type === "preamble") {
      reader.at--
      reader.balanced(open === "{" ? "}" : ")")
      return { end: reader.at }
    }
    const key = type === "string" ? "" : reader.key()
    const fields = reader.fields(open === "{" ? "}" : ")")
    if (type !== "string") return { entry: { type, key, fields, offset }, end: reader.at }
    for (const { name, value } of fields) strings.set(name, value)
    return { end: reader.at }
  } catch (fault) {
    if (fault instanceof Stop) return fault.fault
    throw fault
  }
}

/** Thrown at the first thing for which an entry cannot be read. */
class Stop extends Error {
  constructor(readonly fault: BibtexFault) {
    super(fault.reason)
  }
}

/** Space and remarks. */
const blank = /(?:\s|%.*)*/

class Reader {
  constructor(
    readonly text: string,
    /** Where the entry begins. */
    readonly start: number,
    public at: number,
    readonly strings: ReadonlyMap<string, string>,
  ) {}

  take(pattern: RegExp): string {
    const sticky = new RegExp(pattern, "y")
    sticky.lastIndex = this.at
    const [found = ""] = sticky.exec(this.text) ?? []
    this.at += found.length
    return found
  }

  stop(offset: number, reason: string): never {
    throw new Stop({ offset, reason: `Unexpected ${reason}` })
  }

  /** The entry does not end: the brace that is to blame. */
  stopOpen(): never {
    const { offset, reason } = openBrace(this.text.slice(this.start))
    throw new Stop({ offset: this.start + offset, reason })
  }

  key(): string {
    this.take(blank)
    const key = this.take(/[^\s,{}=]+/)
    this.take(blank)
    if (key === "" || this.take(/,/) === "")
      throw new Stop({ offset: this.start, reason: wrongForm })
    return key
  }

  /** The fields up to the sign that ends the entry, and that sign. */
  fields(close: "}" | ")"): readonly BibtexField[] {
    const fields: BibtexField[] = []
    for (;;) {
      this.take(blank)
      if (this.text.startsWith(close, this.at)) break
      if (this.at >= this.text.length) this.stopOpen()
      const start = this.at
      const name = this.take(/[^\s=,{}()"#%]+(?=\s*=)/).toLowerCase()
      if (name === "" || this.take(/\s*=/) === "") {
        const word = wordAt(this.text, start)
        this.stop(start, `${word}, expected a field such as year = {1969}, or ${close}`)
      }
      fields.push({ name, ...this.value() })
      const next = this.text.charAt(this.at)
      if (this.take(/,/) === "" && next !== "" && next !== close) {
        const word = wordAt(this.text, this.at)
        this.stop(this.at, `${word} after a value, expected a comma between the two`)
      }
    }
    const end = this.at++
    // Another one, or more behind a comma, was meant to be in the entry.
    if (/^\s*(?:[})]|,(?!\s*(?:@|$)))/.test(this.text.slice(this.at))) {
      this.stop(end, `${close} without ${close === "}" ? "{" : "("}, expected both`)
    }
    return fields
  }

  /** Parts with # between them, as one text. */
  value(): { value: string; offset: number } {
    let value = ""
    let offset: number | undefined
    do {
      this.take(blank)
      const part = this.part()
      offset ??= part.offset
      value += part.value
      this.take(blank)
    } while (this.take(/#/) !== "")
    return { value, offset }
  }

  part(): { value: string; offset: number } {
    const start = this.at
    const sign = this.text.charAt(start)
    if (sign === "{" || sign === '"') {
      this.balanced(sign === "{" ? "}" : '"')
      return { value: this.text.slice(start + 1, this.at - 1), offset: start + 1 }
    }
    const word = this.take(/\w+/)
    const value = /^\d+$/.test(word) ? word : this.strings.get(word.toLowerCase())
    if (value !== undefined) return { value, offset: start }
    return this.stop(start, `${wordAt(this.text, start)} as a value, expected it in braces`)
  }

  /** Passes what begins here, up to its end and with it; braces inside come in pairs. */
  balanced(close: "}" | ")" | '"'): void {
    const start = this.at++
    let depth = 0
    const signs = /\\.|[{}")]/gs
    signs.lastIndex = this.at
    for (let found = signs.exec(this.text); found; found = signs.exec(this.text)) {
      const [sign] = found
      if (sign === close && depth === 0) {
        this.at = found.index + 1
        return
      }
      if (sign === "{") depth++
      if (sign === "}" && --depth < 0) break
    }
    if (close !== '"') this.stopOpen()
    this.stop(start, '" without another, expected " at the end of the value too')
  }
}
