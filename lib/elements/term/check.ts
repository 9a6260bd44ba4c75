import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import { parseLiteralProgram } from "../../mdx/literal"
import { textOf } from "../../source/parse"
import { fileStart, type Place } from "../../model/problem"
import type { ReportAt, Tag } from "../../mdx/tag-check"

/** What the tags `<Term>` of a body name, and where. */
export function termsIn(tree: Root, report: ReportAt): readonly NamedTerm[] {
  const terms: NamedTerm[] = []
  visit(tree, (node: Nodes) => {
    if (isTerm(node)) {
      if (node.type === "mdxJsxFlowElement" || textOf(node).trim() === "") {
        report(node, "Unexpected <Term> without words, expected <Term>words</Term>", "tag-place")
      } else if (node.children.some((child) => !isWords(child))) {
        const reason =
          "Unexpected Markdown in <Term>, expected words, at most in italics or as code"
        report(node, reason, "tag-place")
      } else terms.push({ name: nameIn(node) ?? textOf(node), start: startOf(node) })
    }
    if (node.type !== "link" && node.type !== "linkReference" && node.type !== "heading") return
    visit(node, "mdxJsxTextElement", (inner) => {
      if (!isTerm(inner)) return
      const reason = `Unexpected <Term> in a ${node.type === "heading" ? "heading" : "link"}, expected it in the text around it`
      report(inner, reason, "tag-place")
    })
  })
  return terms
}

type NamedTerm = { name: string; start: Place }

const startOf = ({ position }: Nodes): Place => position?.start ?? fileStart

const isTerm = (node: Nodes): node is Tag =>
  (node.type === "mdxJsxTextElement" || node.type === "mdxJsxFlowElement") && node.name === "Term"

function nameIn({ attributes }: Tag): string | undefined {
  for (const attribute of attributes) {
    if (attribute.type !== "mdxJsxAttribute" || attribute.name !== "name") continue
    const { value } = attribute
    if (typeof value === "string") return value
    const literal = value && attempt(() => parseLiteralProgram(value.data?.estree))
    if (typeof literal === "string") return literal
  }
  return undefined
}

/** What is no literal, the rule of attributes refuses. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const isWords = (node: Nodes): boolean =>
  node.type === "text" ||
  node.type === "inlineCode" ||
  ((node.type === "emphasis" || node.type === "strong") && node.children.every(isWords))
