import type { Root } from "mdast"
import { visit } from "unist-util-visit"
import { findCalloutFault } from "../markdown/callouts"
import type { ReportAt } from "./tag"

/** A quotation that begins with `[!…]` is a callout of a kind that there is. */
export function holdCallouts(tree: Root, report: ReportAt): void {
  visit(tree, "blockquote", (quote) => {
    const reason = findCalloutFault(quote)
    if (reason !== undefined) report(quote.children[0] ?? quote, reason, "callout")
  })
}
