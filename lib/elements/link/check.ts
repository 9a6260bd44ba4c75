import type { Root } from "mdast"
import { visit } from "unist-util-visit"
import { textOf } from "../../source/parse"
import type { ReportAt } from "../../mdx/tag-check"

/** What says nothing to who goes through a page from link to link, by ear or by eye. */
const empty =
  /^(?:(?:click )?here|(?:this )?link|this(?: (?:page|post|article))?|(?:read )?more|see here)$/i

/** A link says where it leads (WCAG 2.2, 2.4.4 and 2.4.9). */
export function holdLinkTexts(tree: Root, report: ReportAt): void {
  visit(tree, ["link", "linkReference"], (node) => {
    const text = textOf(node).trim()
    if (!empty.test(text)) return
    const reason = `Unexpected "${text}" as the text of a link, expected words that say where it leads`
    report(node, reason, "link-text")
  })
}
