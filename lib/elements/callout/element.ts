import type { BodyElement } from "../../mdx/body-element"
import { fenceSyntax } from "./fence"
import { findCalloutFault, makeCallout } from "./syntax"
import { wordsOf } from "../../model/words/words"

/** Notes, tips and warnings: a quotation that begins with `[!…]` is a callout of a kind that there is. */
export const callout = {
  syntax: fenceSyntax,
  read: ({ report, language }) => ({
    nodes: {
      blockquote: {
        enter: (quote) => makeCallout(quote, wordsOf(language).callouts),
        leave(quote) {
          const reason = findCalloutFault(quote)
          const at = quote.data?.fence === undefined ? (quote.children[0] ?? quote) : quote
          if (reason !== undefined) report(at, reason, "callout")
        },
      },
    },
  }),
} satisfies BodyElement
