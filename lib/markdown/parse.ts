import type { Nodes, Root } from "mdast"
import { toString } from "mdast-util-to-string"
import GithubSlugger from "github-slugger"
import remarkGfm from "remark-gfm"
import remarkMdx from "remark-mdx"
import remarkParse from "remark-parse"
import { unified } from "unified"
import { visit } from "unist-util-visit"
import "mdast-util-mdx"

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze()

/**
 * The syntax tree of an MDX body: CommonMark, GFM (tables, footnotes, task lists, strikethrough) and
 * tags, each heading with the id that its anchor has on the page.
 *
 * @throws VFileMessage, with line and column, where the MDX cannot be read
 */
export function parseMdx(body: string): Root {
  const tree = parser.parse(body)
  const slugger = new GithubSlugger()
  visit(tree, "heading", (heading) => {
    heading.data = { ...heading.data, hProperties: { id: slugger.slug(textOf(heading)) } }
  })
  return tree
}

/** What a node says, without marks, pictures and footnote numbers. */
export const textOf = (node: Nodes) =>
  toString(node, { includeImageAlt: false, includeHtml: false })

/** The id that {@link parseMdx} gave a heading. */
export const idOf = (heading: Nodes) => String(heading.data?.hProperties?.["id"] ?? "")
