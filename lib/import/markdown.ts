import type { Root } from "mdast"
import { fromMarkdown } from "mdast-util-from-markdown"
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal"
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote"
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough"
import { gfmTableFromMarkdown } from "mdast-util-gfm-table"
import { mathFromMarkdown } from "mdast-util-math"
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal"
import { gfmFootnote } from "micromark-extension-gfm-footnote"
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough"
import { gfmTable } from "micromark-extension-gfm-table"
import { math } from "micromark-extension-math"
import { withDollars } from "../elements/math/respell"
import { parseMdx } from "../source/parse"
import { Converter, type Surroundings } from "./converter"
import { outsideCode } from "../mdx/outside-code"
import { Edits } from "./edits"
import { editHeadings } from "./headings"
import { editJsx } from "./jsx"

/**
 * A body as it is written here: only what would be read otherwise is changed, all else stays to the letter.
 *
 * @param syntax Markdown may hold HTML, and braces in it are braces
 */
export function convertBody(
  body: string,
  syntax: "markdown" | "mdx",
  around: Surroundings,
): string {
  const text = withDollars(syntax === "mdx" ? body : withoutLongComments(body))
  const tree = syntax === "mdx" ? parseMdx(text).tree : parseMarkdown(text)
  const edits = new Edits(text)
  new Converter(text, syntax, around, edits).visit(tree, [])
  if (syntax === "mdx") editJsx(tree, text, around, edits)
  // Some headings were HTML before.
  const converted = edits.apply()
  const headings = new Edits(converted)
  editHeadings(parseMdx(converted).tree, converted, around.title, headings)
  return headings.apply()
}

/** Without comments that begin behind something and reach over an empty line: Markdown ends them there. */
const withoutLongComments = (body: string) =>
  outsideCode(body, (part) =>
    part.replaceAll(/(?<=\S[ \t]*\n?[ \t]*)<!--(?:(?!-->)[^])*?\n\s*\n[^]*?-->/g, ""),
  )

/** CommonMark with tables, notes, formulas and bare addresses. */
export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [gfmAutolinkLiteral(), gfmFootnote(), gfmStrikethrough(), gfmTable(), math()],
    mdastExtensions: [
      gfmAutolinkLiteralFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      mathFromMarkdown(),
    ],
  })
