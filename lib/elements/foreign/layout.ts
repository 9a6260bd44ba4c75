import type { Nodes, Parents } from "mdast"
import type { BodyContext } from "../../mdx/body-element"
import type { BodyVisitors } from "../../mdx/walk"
import { textOf } from "../text/text-of"

/** Where a page of contents would come, in other systems. */
const placeholder = /^\[(?:\[_?toc_?\]|toc)\]$/i
const contentsHeading = /^(?:table of )?contents$/i

/** What other systems say by the place of things: code by its indentation, contents by a placeholder. */
export function readLayout({ report }: BodyContext): BodyVisitors {
  const check = (node: Nodes, ancestors: readonly Parents[], index: number) => {
    const parent = ancestors.at(-1)
    if (!parent || !isIndented(node, parent, index)) return
    const reason =
      "Unexpected indentation by four signs or more, expected a row of ``` above and below for code, or none"
    report(node, reason, "indented-code")
  }
  return {
    nodes: {
      paragraph(node, ancestors, index) {
        if (placeholder.test(textOf(node))) {
          const reason = `Unexpected ${textOf(node)}, expected nothing: the page has its contents beside the text`
          report(node, reason, "foreign-mark")
          return []
        }
        return check(node, ancestors, index)
      },
      heading(node, ancestors, index) {
        const next = ancestors.at(-1)?.children[index + 1]
        const isEmpty = !next || (next.type === "heading" && next.depth <= node.depth)
        if (contentsHeading.test(textOf(node)) && isEmpty && next) {
          const reason =
            "Unexpected heading for a table of contents, expected none: the page has it beside the text"
          report(node, reason, "foreign-mark")
          return []
        }
        return check(node, ancestors, index)
      },
      list: check,
      blockquote: check,
      code: check,
    },
  }
}

/** Whether a block stands so far in that Markdown elsewhere takes it for code. */
function isIndented(node: Nodes, parent: Parents, index: number): boolean {
  const column = node.position?.start.column ?? 1
  switch (parent.type) {
    case "root":
      return column >= 5
    case "listItem": {
      // Behind the mark of the item stands its first block, and below it the others.
      const first = parent.children[0]?.position?.start.column ?? 1
      return index > 0 && column >= first + 4
    }
    case "blockquote":
      return parent.data?.fence === undefined && column >= (parent.position?.start.column ?? 1) + 6
    default:
      return false // within tags text is often set in
  }
}
