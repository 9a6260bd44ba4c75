import type { CompileContext } from "mdast-util-from-markdown"
import type { Code, Construct, State, Token } from "micromark-util-types"
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote"
import { gfmFootnote } from "micromark-extension-gfm-footnote"
import type { Syntax } from "../../mdx/body-element"

declare module "micromark-util-types" {
  interface TokenTypeMap {
    lostNote: "lostNote"
  }
}

const is = (code: Code, sign: string) => code === sign.charCodeAt(0)

const lostNote: Construct = {
  name: "lostNote",
  tokenize(effects, ok, nok) {
    const label: State = (code) => {
      if (code === null || code <= 32 || is(code, "[")) return nok(code)
      effects.consume(code)
      return is(code, "]") ? end : label
    }
    const end: State = (code) => {
      if (is(code, "(") || is(code, ":")) return nok(code)
      effects.exit("lostNote")
      return ok(code)
    }
    return (code) => {
      effects.enter("lostNote")
      effects.consume(code)
      return (caret) => {
        if (!is(caret, "^")) return nok(caret)
        effects.consume(caret)
        return (first) => (is(first, "]") ? nok(first) : label(first))
      }
    }
  },
}

function addReference(this: CompileContext, token: Token) {
  const label = this.sliceSerialize(token).slice("[^".length, -"]".length)
  // In both directions, as Markdown compares labels.
  const identifier = label.toLowerCase().toUpperCase().toLowerCase()
  this.enter({ type: "footnoteReference", identifier, label }, token)
  this.exit(token)
}

/**
 * GitHub's footnotes, which come first; and `[^x]` as a note where there is no note x, which they leave
 * as text, so that a check can say so.
 */
export const footnotes: readonly Syntax[] = [
  {
    micromark: { text: { ["[".charCodeAt(0)]: lostNote } },
    mdast: { exit: { lostNote: addReference } },
  },
  { micromark: gfmFootnote(), mdast: gfmFootnoteFromMarkdown() },
]
