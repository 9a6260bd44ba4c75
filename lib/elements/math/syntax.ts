import type { InlineMath, Math } from "mdast-util-math"
import type { CompileContext, Extension, Token } from "mdast-util-from-markdown"
import { blankLine } from "micromark-core-commonmark"
import type { Code, Construct, Effects, State, TokenizeContext } from "micromark-util-types"
import type {} from "micromark-extension-math" // the types of its tokens
import type { Syntax } from "../../mdx/body-element"

/** A line of TeX, and where it stands in the body; 1-based. */
export type TexLine = { value: string; line: number; column: number }

/** What a formula's node holds in `data`. */
export type TexData = {
  lines: TexLine[]
  /** How many dollars enclose it. */
  dollars: number
  /** Whether there are as many at its end. */
  closed: boolean
}

declare module "mdast-util-math" {
  interface MathData {
    /** Commands that the body has defined before. */
    macros?: Readonly<Record<string, string>>
    tex?: TexData
  }
  interface InlineMathData {
    macros?: Readonly<Record<string, string>>
    tex?: TexData
  }
}

const dollar = 36
const backslash = 92

const isEnd = (code: Code) => code === null || code < -2
const isBlank = (code: Code) => code === -2 || code === -1 || code === 32
const isDigit = (code: Code) => code !== null && code >= 48 && code <= 57

const text: Construct = {
  name: "mathText",
  previous(code) {
    return code !== dollar || this.events.at(-1)?.[1].type === "characterEscape"
  },
  tokenize(effects, ok, decline) {
    let size = 0
    let blank = false
    let closing: Token | undefined
    return (code) => {
      effects.enter("mathText")
      effects.enter("mathTextSequence")
      return opening(code)
    }

    function opening(code: Code): State | undefined {
      if (code === dollar && size < 2) {
        size++
        return consume(effects, code, opening)
      }
      if (code === dollar || (size === 1 && (isEnd(code) || isBlank(code)))) return decline(code)
      effects.exit("mathTextSequence")
      return between(code)
    }
    function between(code: Code): State | undefined {
      if (code === null) return decline(code)
      if (isEnd(code)) {
        blank = true
        effects.enter("lineEnding")
        effects.consume(code)
        effects.exit("lineEnding")
        return between
      }
      if (code === dollar) {
        if (size === 1 && blank) return decline(code)
        closing = effects.enter("mathTextSequence")
        return consume(effects, code, size === 1 ? closed : second)
      }
      effects.enter("mathTextData")
      return data(code)
    }
    function data(code: Code): State | undefined {
      if (isEnd(code) || code === dollar) {
        effects.exit("mathTextData")
        return between(code)
      }
      blank = isBlank(code)
      return consume(effects, code, code === backslash ? escaped : data)
    }
    function escaped(code: Code): State | undefined {
      return isEnd(code) ? data(code) : consume(effects, code, data)
    }
    function second(code: Code): State | undefined {
      if (code === dollar) return consume(effects, code, closed)
      if (closing) closing.type = "mathTextData"
      return data(code)
    }
    function closed(code: Code): State | undefined {
      if (size === 1 && isDigit(code)) return decline(code)
      effects.exit("mathTextSequence")
      effects.exit("mathText")
      return ok(code)
    }
  },
}

function consume(effects: Effects, code: Code, next: State): State {
  effects.consume(code)
  return next
}

/** Two dollars at the end of a line. */
const fence: Construct = {
  partial: true,
  tokenize(effects, ok, decline) {
    let size = 0
    return (code) => {
      effects.enter("mathFlowFence")
      return sequence(code)
    }
    function sequence(code: Code): State | undefined {
      if (code !== dollar || size === 2) return size === 2 ? rest(code) : decline(code)
      size++
      return consume(effects, code, sequence)
    }
    function rest(code: Code): State | undefined {
      if (isBlank(code)) return consume(effects, code, rest)
      if (!isEnd(code)) return decline(code)
      effects.exit("mathFlowFence")
      return ok(code)
    }
  },
}

/** The end of a line that another one follows in the same block. */
const continuation: Construct = {
  partial: true,
  tokenize(effects, ok, decline) {
    const isLazy = () => this.parser.lazy[this.now().line]
    return (code) => {
      if (code === null) return decline(code)
      effects.enter("lineEnding")
      effects.consume(code)
      effects.exit("lineEnding")
      return (next) => (isLazy() ? decline(next) : effects.check(blankLine, decline, ok)(next))
    }
  },
}

const flow: Construct = { name: "mathFlow", concrete: true, tokenize: tokenizeFlow }

function tokenizeFlow(this: TokenizeContext, effects: Effects, ok: State, decline: State): State {
  const { interrupt } = this
  let size = 0
  let lines = 1
  return (code) => {
    effects.enter("mathFlow")
    effects.enter("mathFlowFence")
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code === dollar && size < 2) {
      size++
      return consume(effects, code, opening)
    }
    if (code === dollar || size < 2) return decline(code)
    effects.exit("mathFlowFence")
    return between(code)
  }
  function between(code: Code): State | undefined {
    if (code === null) return end(code)
    if (isEnd(code)) {
      lines++
      return interrupt ? ok(code) : effects.attempt(continuation, between, end)(code)
    }
    if (code === dollar) return effects.attempt(fence, end, sign)(code)
    effects.enter("mathFlowValue")
    return data(code)
  }
  /** A dollar that does not end it. On the first line the block is a line of text after all. */
  function sign(code: Code): State | undefined {
    effects.enter("mathFlowValue")
    return consume(effects, code, lines === 1 ? signs : data)
  }
  function signs(code: Code): State | undefined {
    return code === dollar ? decline(code) : data(code)
  }
  function data(code: Code): State | undefined {
    if (!isEnd(code) && code !== dollar) {
      return consume(effects, code, code === backslash ? escaped : data)
    }
    effects.exit("mathFlowValue")
    return between(code)
  }
  function escaped(code: Code): State | undefined {
    return isEnd(code) ? data(code) : consume(effects, code, data)
  }
  function end(code: Code): State | undefined {
    effects.exit("mathFlow")
    return ok(code)
  }
}

const fromMarkdown: Extension = {
  enter: {
    mathFlow(token) {
      this.enter({ type: "math", value: "", data: { tex: noTex(2) } }, token)
    },
    mathText(token) {
      this.enter({ type: "inlineMath", value: "", data: { tex: noTex(1) } }, token)
    },
  },
  exit: {
    mathFlow: leave,
    mathText: leave,
    mathFlowValue: addLine,
    mathTextData: addLine,
    mathTextSequence({ start, end }) {
      Object.assign(texOf(this), { dollars: end.offset - start.offset, closed: true })
    },
    mathFlowFence(token) {
      texOf(this).closed = token.start.offset > (this.stack.at(-1)?.position?.start.offset ?? 0)
    },
  },
}

const noTex = (dollars: number): TexData => ({ lines: [], dollars, closed: false })

const texOf = (context: CompileContext): TexData =>
  (context.stack.at(-1) as Math | InlineMath).data?.tex ?? noTex(1)

function addLine(this: CompileContext, token: Token): void {
  const { lines } = texOf(this)
  const { line, column } = token.start
  const value = this.sliceSerialize(token)
  const last = lines.at(-1)
  if (last?.line === line) last.value += value
  else lines.push({ value, line, column })
}

function leave(this: CompileContext, token: Token): void {
  const node = this.stack.at(-1) as Math | InlineMath
  node.value = texOf(this)
    .lines.map(({ value }) => value)
    .join("\n")
  this.exit(token)
}

/**
 * Mathematics between dollars. One dollar begins a formula unless a space follows, and ends it unless
 * a space precedes or a digit follows, so that $5 and $10 are prices (Pandoc's rule). Two stand at the
 * beginning and at the end of a block, on lines of their own or not. Within, \$ is a dollar.
 */
export const dollars: Syntax = {
  micromark: { flow: { [dollar]: flow }, text: { [dollar]: text } },
  mdast: fromMarkdown,
  mayBeIn: (body) => body.includes("$"),
}
