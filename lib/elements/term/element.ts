import type { Element } from "hast"
import { toString } from "hast-util-to-string"
import type { Nodes } from "mdast"
import type { BodyElement } from "../../mdx/body-element"
import { parseLiteralProgram } from "../../mdx/literal"
import { slotOf } from "../../mdx/slot"
import { findAttribute, linkless, type Tag } from "../../mdx/tag"
import { textOf } from "../text/text-of"

/** Words that the glossary explains, by that name or another. */
export const term = {
  tags: { Term: { attributes: { name: { type: "string" } }, html: slotFor } },
  read: ({ report, facts, placeOf }) => ({
    tags: {
      Term(node, ancestors) {
        const problem = (reason: string) => report(node, reason, "tag-place")
        if (node.type === "mdxJsxFlowElement" || textOf(node).trim() === "") {
          problem("Unexpected <Term> without words, expected <Term>words</Term>")
        } else if (!node.children.every(isWords)) {
          problem("Unexpected Markdown in <Term>, expected words, at most in italics or as code")
        } else facts.terms.push({ name: nameIn(node) ?? textOf(node), place: placeOf(node) })

        for (const place of linkless(ancestors)) {
          problem(`Unexpected <Term> in a ${place}, expected it in the text around it`)
        }
      },
    },
  }),
} satisfies BodyElement

function nameIn(tag: Tag): string | undefined {
  const value = findAttribute(tag, "name")?.value
  if (typeof value !== "object") return value
  try {
    const literal = parseLiteralProgram(value?.data?.estree)
    return typeof literal === "string" ? literal : undefined
  } catch {
    return undefined // the rule of attributes says so
  }
}

const isWords = (node: Nodes): boolean =>
  node.type === "text" ||
  node.type === "inlineCode" ||
  ((node.type === "emphasis" || node.type === "strong") && node.children.every(isWords))

/** A slot, as what a term means stands in the glossary. */
function slotFor(element: Element): Element {
  const { name } = element.properties
  return slotOf({ term: typeof name === "string" ? name : toString(element) }, element.children)
}
