import GithubSlugger from "github-slugger"
import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import { textOf } from "../../source/parse"
import type { Place } from "../../model/problem"
import type { ReportAt } from "../../mdx/tag-check"

/** Addresses that a page has for itself: its content, its top, its notes. */
const reserved = new Set(["content", "top", "footnote-label"])

/** Headings go down one level at a time, and no two have the same address. */
export function holdHeadings(tree: Root, report: ReportAt, placeOf: (node: Nodes) => Place): void {
  const slugger = new GithubSlugger()
  const lines = new Map<string, number>()
  let above = 1 // the title

  visit(tree, "heading", (heading) => {
    const problem = (reason: string) => report(heading, `Unexpected ${reason}`, "heading")
    const { depth } = heading
    const marks = "#".repeat(depth)
    if (depth === 1) problem("# heading, expected ##: the title is the # heading")
    else if (depth > above + 1) {
      const parent = above === 1 ? "the title" : "#".repeat(above)
      problem(`${marks} heading below ${parent}, expected #${"#".repeat(above)}`)
    }
    above = Math.max(depth, 2)

    const text = textOf(heading).trim()
    if (text === "") return problem(`${marks} without a text, expected a heading`)
    slugger.reset()
    const id = slugger.slug(text)
    if (reserved.has(id)) {
      return problem(
        `heading with the address #${id}, which the page itself has, expected other words`,
      )
    }
    const line = lines.get(id)
    if (line === undefined) lines.set(id, placeOf(heading).line)
    else
      problem(`heading with the address of the one in line ${line}, #${id}, expected other words`)
  })
}
