import type { Root } from "mdast"
import { visit } from "unist-util-visit"
import { findCalloutFault } from "./syntax"
import type { ReportAt } from "../../mdx/tag-check"

/** A quotation that begins with `[!…]` is a callout of a kind that there is. */
export function holdCallouts(tree: Root, report: ReportAt): void {
  visit(tree, "blockquote", (quote) => {
    const reason = findCalloutFault(quote)
    if (reason !== undefined) report(quote.children[0] ?? quote, reason, "callout")
  })
}
