import type { BodyElement } from "../../mdx/body-element"
import { findCalloutFault, makeCallout } from "./syntax"

/** Notes, tips and warnings: a quotation that begins with `[!…]` is a callout of a kind that there is. */
export const callout = {
  read: ({ report }) => ({
    nodes: {
      blockquote: {
        enter: makeCallout,
        leave(quote) {
          const reason = findCalloutFault(quote)
          if (reason !== undefined) report(quote.children[0] ?? quote, reason, "callout")
        },
      },
    },
  }),
} satisfies BodyElement
