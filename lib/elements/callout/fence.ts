import type { CompileContext, Token } from "mdast-util-from-markdown"
import type { Blockquote } from "mdast"
import type {
  Code,
  Construct,
  Effects,
  State,
  Token as Chunk,
  TokenizeContext,
} from "micromark-util-types"
import type { Syntax } from "../../mdx/body-element"

declare module "micromark-util-types" {
  interface TokenTypeMap {
    colonFence: "colonFence"
    colonFenceLine: "colonFenceLine"
    colonFenceInfo: "colonFenceInfo"
    colonFenceContent: "colonFenceContent"
  }
}

declare module "mdast" {
  interface BlockquoteData {
    /** What stands behind the `:::` of a callout. */
    fence?: string
    /** Whether a row of colons ends it. */
    closed?: boolean
  }
}

const colon = 58
const isEnd = (code: Code) => code === null || code < -2
const isBlank = (code: Code) => code === -2 || code === -1 || code === 32

/** `:::note` and what else stands in the line. */
const opening: Construct = {
  partial: true,
  tokenize(effects, ok, decline) {
    let size = 0
    const colons: State = (code) => {
      if (code === colon) {
        size++
        effects.consume(code)
        return colons
      }
      return size < 3 ? decline(code) : blanks(code)
    }
    const blanks: State = (code) => {
      if (isEnd(code)) return decline(code)
      if (isBlank(code)) {
        effects.consume(code)
        return blanks
      }
      effects.enter("colonFenceInfo")
      return info(code)
    }
    const info: State = (code) => {
      if (!isEnd(code)) {
        effects.consume(code)
        return info
      }
      effects.exit("colonFenceInfo")
      effects.exit("colonFenceLine")
      return ok(code)
    }
    return (code) => {
      effects.enter("colonFenceLine")
      return colons(code)
    }
  },
}

/** A row of colons by itself. */
const closing: Construct = {
  partial: true,
  tokenize(effects, ok, decline) {
    let size = 0
    const row: State = (code) => {
      if (code === colon) size++
      else if (!isBlank(code)) {
        if (!isEnd(code) || size < 3) return decline(code)
        effects.exit("colonFenceLine")
        return ok(code)
      }
      effects.consume(code)
      return row
    }
    return (code) => {
      effects.enter("colonFenceLine")
      return row(code)
    }
  },
}

/** Counts rows of colons: those that open a fence within another, and those that end it. */
function countDepth() {
  let depth = 0
  let row = 0
  let isRow = true
  return {
    isWithin: () => depth > 0,
    start() {
      row = 0
      isRow = true
    },
    see(code: Code) {
      if (isEnd(code)) {
        if (isRow && row >= 3 && depth > 0) depth--
      } else if (code === colon && isRow) row++
      else if (!isBlank(code)) {
        if (isRow && row >= 3) depth++
        isRow = false
      }
    },
  }
}

/**
 * `:::note` and what stands below it, down to a row of colons: a block of blocks, as Docusaurus, Starlight,
 * VitePress and Quarto have it. One within another ends first.
 */
const fence: Construct = { name: "colonFence", concrete: true, tokenize }

function tokenize(this: TokenizeContext, effects: Effects, ok: State, decline: State): State {
  const { interrupt } = this
  const isLazy = () => this.parser.lazy[this.now().line]
  const depth = countDepth()
  let previous: Chunk | undefined

  const finish: State = (code) => {
    effects.exit("colonFence")
    return ok(code)
  }
  const lineEnd: State = (code) => {
    if (interrupt || code === null) return finish(code)
    effects.enter("lineEnding")
    effects.consume(code)
    effects.exit("lineEnding")
    return lineStart
  }
  const lineStart: State = (code) => {
    if (code === null || isLazy()) return finish(code)
    return depth.isWithin() ? chunkStart(code) : effects.attempt(closing, finish, chunkStart)(code)
  }
  const chunkStart: State = (code) => {
    const token: Chunk = effects.enter("chunkDocument", { contentType: "document", previous })
    if (previous) previous.next = token
    previous = token
    depth.start()
    return chunk(code)
  }
  const chunk: State = (code) => {
    depth.see(code)
    if (code !== null) effects.consume(code)
    if (!isEnd(code)) return chunk
    effects.exit("chunkDocument")
    return code === null ? finish(code) : lineStart
  }
  return (code) => {
    effects.enter("colonFence")
    return effects.attempt(opening, lineEnd, decline)(code)
  }
}

function enterFence(this: CompileContext, token: Token): void {
  this.enter({ type: "blockquote", children: [], data: {} }, token)
}

function exitInfo(this: CompileContext, token: Token): void {
  const quote = this.stack.at(-1) as Blockquote
  quote.data = { ...quote.data, fence: this.sliceSerialize(token).trim() }
}

function exitLine(this: CompileContext): void {
  const quote = this.stack.at(-1)
  // The line that opens it, and the one that ends it.
  if (quote?.type === "blockquote") {
    quote.data = { ...quote.data, closed: quote.data?.closed !== undefined }
  }
}

export const fenceSyntax: readonly Syntax[] = [
  {
    micromark: { flow: { [colon]: fence } },
    mdast: {
      enter: { colonFence: enterFence },
      exit: {
        colonFenceInfo: exitInfo,
        colonFenceLine: exitLine,
        colonFence(token) {
          this.exit(token)
        },
      },
    },
    mayBeIn: (text) => text.includes(":::"),
  },
]
