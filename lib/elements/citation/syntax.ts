import type { Literal } from "mdast"
import type { CompileContext } from "mdast-util-from-markdown"
import type {
  Code,
  Construct,
  Effects,
  State,
  TokenizeContext,
  Token,
  TokenType,
} from "micromark-util-types"
import type { Point } from "unist"
import type { Syntax } from "../../mdx/body-element"
import type { CitationItem } from "../../mdx/slot"

/** Works that a text cites in one place; `value` is what the author wrote. */
export interface Citation extends Literal {
  type: "citation"
  /** Whether the authors are part of the sentence, as in `@kingma2014` without brackets. */
  narrative: boolean
  items: CitedItem[]
}

/** A work that is cited, and where its key stands. */
export type CitedItem = CitationItem & { start: Point }

declare module "mdast" {
  interface PhrasingContentMap {
    citation: Citation
  }
  interface RootContentMap {
    citation: Citation
  }
}

declare module "mdast-util-from-markdown" {
  interface CompileData {
    /** The line of a citation that was read last. */
    citationLine?: number
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    citation: "citation"
    narrativeCitation: "narrativeCitation"
    citationMarker: "citationMarker"
    citationText: "citationText"
    citationKey: "citationKey"
  }
}

function codeOf(character: string) {
  return character.charCodeAt(0)
}

const matches = (code: Code, pattern: RegExp) =>
  code !== null && code > 0 && pattern.test(String.fromCharCode(code))
const isKeySign = (code: Code) => matches(code, /[\p{L}\p{N}_]/u)
/** Whether a sign before an @ makes the two part of an e-mail address or a path. */
const isInWord = (code: Code) => matches(code, /[\p{L}\p{N}_.+/@-]/u)
const isLineEnding = (code: Code) => code !== null && code < -2

/** Signs that a key may have inside, not at its end: a full stop after it ends the sentence. */
const keyMark: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (!matches(code, /[:.+/-]/)) return nok(code)
      effects.enter("data")
      effects.consume(code)
      effects.exit("data")
      return (next) => (isKeySign(next) ? ok(next) : nok(next))
    }
  },
}

/** `@key` */
const key: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const inside: State = (code) => {
      if (isKeySign(code)) {
        effects.consume(code)
        return inside
      }
      return effects.check(keyMark, mark, end)(code)
    }
    const mark: State = (code) => {
      effects.consume(code)
      return inside
    }
    const end: State = (code) => {
      effects.exit("citationKey")
      return ok(code)
    }
    return (code) => {
      effects.enter("citationKey")
      effects.consume(code)
      return (next) => (isKeySign(next) ? inside(next) : nok(next))
    }
  },
}

const narrative: Construct = {
  name: "narrativeCitation",
  previous: (code) => !isInWord(code),
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter("narrativeCitation")
      return effects.attempt(key, end, nok)(code)
    }
    function end(code: Code) {
      effects.exit("narrativeCitation")
      return ok(code)
    }
  },
}

const cluster: Construct = { name: "citation", tokenize: tokenizeCluster }

function tokenizeCluster(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let keys = 0
  let before: Code = null
  const single = (code: Code, type: TokenType) => {
    effects.enter(type)
    effects.consume(code)
    effects.exit(type)
  }

  const between: State = (code) => {
    if (code === null || matches(code, /[[{<`]/)) return nok(code)
    if (matches(code, /\]/)) {
      if (keys === 0) return nok(code)
      single(code, "citationMarker")
      return closed
    }
    if (isLineEnding(code)) {
      single(code, "lineEnding")
      before = null
      return between
    }
    // A hyphen before the @ is the mark that leaves the authors out.
    if (matches(code, /@/) && !(isInWord(before) && !matches(before, /-/))) {
      return effects.attempt(key, afterKey, text)(code)
    }
    return text(code)
  }
  const afterKey: State = (code) => {
    keys++
    before = codeOf("a")
    return between(code)
  }
  const text: State = (code) => {
    effects.enter("citationText")
    return sign(code)
  }
  const sign: State = (code) => {
    effects.consume(code)
    const escapes = matches(code, /\\/)
    before = code
    return escapes ? escaped : rest
  }
  const escaped: State = (code) => (matches(code, /[!-/:-@[-`{-~]/) ? sign(code) : rest(code))
  const rest: State = (code) => {
    if (code !== null && !isLineEnding(code) && !matches(code, /[[\]{<`@]/)) return sign(code)
    effects.exit("citationText")
    return between(code)
  }
  /** `[text with @key](address)` is a link. */
  const closed: State = (code) => {
    if (matches(code, /\(/)) return nok(code)
    effects.exit("citation")
    return ok(code)
  }
  return (code) => {
    effects.enter("citation")
    single(code, "citationMarker")
    return (next) => (matches(next, /\^/) ? nok(next) : between(next))
  }
}

const open = (narrative: boolean) =>
  function (this: CompileContext, token: Token) {
    this.enter({ type: "citation", value: "", narrative, items: [] }, token)
    this.data.citationLine = token.start.line
  }

function close(this: CompileContext, token: Token) {
  const citation = current(this)
  const last = citation.items.at(-1)
  if (last) last.suffix = unbroken(citation.value).trimEnd()
  citation.value = this.sliceSerialize(token)
  this.exit(token)
}

/** The citation that is being read; until its end, `value` is the text since the last key. */
const current = ({ stack }: CompileContext) => stack.at(-1) as Citation

const enter = { citation: open(false), narrativeCitation: open(true) }
const exit = {
  citation: close,
  narrativeCitation: close,
  citationText(this: CompileContext, token: Token) {
    const text = this.sliceSerialize(token).replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
    const isBroken = token.start.line > (this.data.citationLine ?? 0)
    current(this).value += (isBroken ? " " : "") + text
    this.data.citationLine = token.end.line
  },
  citationKey(this: CompileContext, token: Token) {
    const citation = current(this)
    const { items, narrative, value } = citation
    const last = items.at(-1)
    // What stands between two keys belongs to the first up to the last semicolon.
    const end = last ? value.lastIndexOf(";") : -1
    if (last && end >= 0) last.suffix = unbroken(value.slice(0, end)).trimEnd()
    const text = value.slice(end + 1)
    const withoutAuthor = !narrative && /(?:^|\s)-$/.test(text)
    const { line, column, offset } = token.start
    items.push({
      key: this.sliceSerialize(token).slice("@".length),
      prefix: unbroken(withoutAuthor ? text.slice(0, -1) : text).trim(),
      suffix: "",
      withoutAuthor,
      start: { line, column, offset },
    })
    citation.value = ""
    this.data.citationLine = token.end.line
  },
}

const unbroken = (text: string) => text.replaceAll(/\s+/g, " ")

/** Pandoc's citations: `[see @a, p. 3; @b]`, `[-@a]`, and `@a` in a sentence. */
export const citations: Syntax = {
  micromark: { text: { [codeOf("[")]: cluster, [codeOf("@")]: narrative } },
  mdast: { enter, exit },
  mayBeIn: (text) => text.includes("@"),
}
