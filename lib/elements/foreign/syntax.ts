import type { CompileContext, Token } from "mdast-util-from-markdown"
import { autolink, htmlFlow, htmlText } from "micromark-core-commonmark"
import type { Code, Construct, Extension, State } from "micromark-util-types"
import type { Literal } from "mdast"
import type { Syntax } from "../../mdx/body-element"

/** What other systems write in braces: attributes of Pandoc, templates. In a tree as it is written. */
export interface ForeignBraces extends Literal {
  type: "foreignBraces"
}

declare module "mdast" {
  interface RootContentMap {
    foreignBraces: ForeignBraces
  }
  interface PhrasingContentMap {
    foreignBraces: ForeignBraces
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    foreignBraces: "foreignBraces"
    commentOpening: "commentOpening"
  }
}

const codeOf = (sign: string) => sign.charCodeAt(0)
const isEnd = (code: Code) => code === null || code < -2

/** `{#id}`, `{.class}`, `{: .lead}`, `{width=50%}`: what Pandoc and kramdown say of what stands before. */
const attributes = /^\{(?:[#:][^{}]*|\.(?!\d)[^{}]*|[\w-]+=(?![=>])[^{}]*)\}$/

/** `{{< youtube x >}}`, `{{ page.title }}`, `{% raw %}`: what templates fill in; no objects. */
const template =
  /^(?:\{\{[<%-][^]*\}\}|\{%[^]*%\}|\{\{(?:\s+|(?=[\w$]+\.))[\w$.-]+\s*(?:\|[^}]*)?\}\})$/

function isWhole(text: string): boolean {
  const end = text.startsWith("{{") ? "}}" : text.startsWith("{%") ? "%}" : "}"
  return text.length > 3 && text.endsWith(end)
}

const isForeign = (text: string) => attributes.test(text) || template.test(text)

/** In a line of text; as a block, with all of the line that it begins. */
const braces = (isBlock: boolean): Construct => ({
  name: isBlock ? "foreignBracesFlow" : "foreignBraces",
  concrete: isBlock,
  tokenize(effects, ok, decline) {
    let text = ""
    const inside: State = (code) => {
      if (isEnd(code) || text.length > 500) return decline(code)
      text += code !== null && code < 0 ? " " : String.fromCodePoint(code ?? 0)
      effects.consume(code)
      if (!isWhole(text)) return inside
      return isForeign(text) ? (isBlock ? rest : end) : lost
    }
    const lost: State = (code) => decline(code)
    const rest: State = (code) => {
      if (isEnd(code)) return end(code)
      effects.consume(code)
      return rest
    }
    const end: State = (code) => {
      effects.exit("foreignBraces")
      return ok(code)
    }
    return (code) => {
      effects.enter("foreignBraces")
      return inside(code)
    }
  },
})

/** `<!--`, without moving. */
const commentOpening: Construct = {
  partial: true,
  tokenize(effects, ok, decline) {
    let at = 0
    const next: State = (code) => {
      if (code !== "<!--".charCodeAt(at)) return decline(code)
      effects.consume(code)
      if (++at < 4) return next
      effects.exit("commentOpening")
      return ok
    }
    return (code) => {
      effects.enter("commentOpening")
      return next(code)
    }
  },
}

/** Comments of HTML, as Markdown has them; MDX turns that off by its name. */
const commentOf = ({ name: _off, ...html }: Construct, name: string): Construct => ({
  ...html,
  name,
  tokenize(effects, ok, decline) {
    return effects.check(commentOpening, effects.attempt(html, ok, decline), decline)
  },
})

const micromark: Extension = {
  text: {
    [codeOf("{")]: braces(false),
    // `<https://…>` too is what MDX turns off by its name.
    [codeOf("<")]: [commentOf(htmlText, "commentText"), { ...autolink, name: "address" }],
  },
  flow: {
    [codeOf("{")]: braces(true),
    [codeOf("<")]: commentOf(htmlFlow, "commentFlow"),
  },
}

function addBraces(this: CompileContext, token: Token): void {
  this.enter({ type: "foreignBraces", value: this.sliceSerialize(token) }, token)
  this.exit(token)
}

export const foreignSyntax: readonly Syntax[] = [
  { micromark, mdast: { exit: { foreignBraces: addBraces } } },
]
