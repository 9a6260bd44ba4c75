import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal"
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote"
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough"
import { gfmTableFromMarkdown } from "mdast-util-gfm-table"
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item"
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal"
import { gfmFootnote } from "micromark-extension-gfm-footnote"
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough"
import { gfmTable } from "micromark-extension-gfm-table"
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item"
import type {} from "remark-parse"
import type { Processor } from "unified"

/** GitHub's tables, footnotes, task lists and strikethrough. */
export function gfm(this: Processor): void {
  const data = this.data()
  const micromark = (data.micromarkExtensions ??= [])
  micromark.push(gfmTable(), gfmFootnote(), gfmTaskListItem(), gfmStrikethrough())
  ;(data.fromMarkdownExtensions ??= []).push(
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  )
}

/**
 * GitHub's links of bare addresses. They make the parser stop at every letter, which takes twice the
 * time of all the rest: only a body that {@link mayHoldAddress} has the use of them.
 */
export function gfmAddresses(this: Processor): void {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push(gfmAutolinkLiteral())
  ;(data.fromMarkdownExtensions ??= []).push(gfmAutolinkLiteralFromMarkdown())
}

/** Whether a text has an address of the web or of a mailbox that no brackets enclose. */
export const mayHoldAddress = (body: string) =>
  /(?:^|[^(<"'\w])(?:https?:\/\/|www\.)|[\w.+-]@\w/im.test(body)
