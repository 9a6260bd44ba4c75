import type { Text } from "hast"
import type { MdxFlowExpression, MdxTextExpression } from "mdast-util-mdx-expression"
import type { BodyElement } from "../../mdx/body-element"
import { parseText, reasonOf } from "../../mdx/literal"

type Expression = MdxFlowExpression | MdxTextExpression

declare module "hast" {
  interface TextData {
    /** Written in braces, so as it is meant. */
    literal?: boolean
  }
}

/** What `post import` could not carry: its kind, then as it was written. */
const leftover = /^\s*\/\*\s*import:\s*([^:*]+)[^]*\*\/\s*$/

/** What stands in braces: plain values and comments. Nothing is ever executed. */
export const expression = {
  read({ report }) {
    const check = (node: Expression) => {
      const rest = leftover.exec(node.value)?.[1]
      if (rest !== undefined) {
        const reason = `Unexpected ${rest} that the import could not carry, expected what stands for it here, or that its comment is struck`
        report(node, reason, "import-rest")
        return
      }
      try {
        parseText(node.data?.estree)
      } catch (error) {
        report(node, `${reasonOf(error)}, or \\{ for the sign itself`, "mdx-expression")
      }
    }
    return {
      nodes: {
        mdxFlowExpression: check,
        mdxTextExpression: check,
      },
    }
  },
  handlers: { mdxFlowExpression: literalOf, mdxTextExpression: literalOf },
} satisfies BodyElement

/** In a list, so that blanks at the start of a line are left to it. */
function literalOf(_state: unknown, { data }: Expression): Text[] {
  return [{ type: "text", value: parseText(data?.estree), data: { literal: true } }]
}
