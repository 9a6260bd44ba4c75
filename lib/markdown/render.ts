import type { Nodes, Parents, Root } from "hast"
import { toJsxRuntime, type Components } from "hast-util-to-jsx-runtime"
import type { ReactElement } from "react"
import { Fragment, jsx, jsxs } from "react/jsx-runtime"
import remarkRehype from "remark-rehype"
import { unified } from "unified"
import { visit } from "unist-util-visit"
import "mdast-util-mdx"
import { parseLiteral, parseLiteralProgram, parseText } from "./literal"
import { parseMdx } from "./parse"

/** What renders tags, by their names, and HTML elements that are not to be plain. */
export type MdxComponents = Partial<Components> & { readonly [tag: string]: unknown }

/** The pipeline from a syntax tree to HTML: whatever a body can hold is added here. */
const toHtml = unified()
  .use(remarkRehype, {
    passThrough: [
      "mdxJsxFlowElement",
      "mdxJsxTextElement",
      "mdxFlowExpression",
      "mdxTextExpression",
    ],
    clobberPrefix: "",
    footnoteLabel: "Notes",
    footnoteLabelProperties: {},
  })
  .freeze()

/**
 * An MDX body as React elements. Nothing in it is executed: braces hold literals, and a tag is looked
 * up among the components.
 *
 * @param components what renders each tag, and each element that is not to be plain HTML
 * @throws MdxFault or SyntaxError where the MDX breaks a rule that the check holds it against
 */
export function renderMdx(body: string, components: MdxComponents): ReactElement {
  const html = toHtml.runSync(parseMdx(body))
  settleExpressions(html)
  return toJsxRuntime(html, {
    Fragment,
    jsx,
    jsxs,
    components,
    ignoreInvalidStyle: true,
    createEvaluater: () => ({
      // The library asks for a tag's component in the way it asks for an attribute's value.
      evaluateExpression: (expression) =>
        expression.type === "Identifier" ? components[expression.name] : parseLiteral(expression),
      evaluateProgram: (program) => parseLiteralProgram(program),
    }),
  })
}

/** Puts text in the place of expressions, and refuses attributes that are not literal. */
function settleExpressions(tree: Root): void {
  visit(tree, (node: Nodes, index, parent?: Parents) => {
    switch (node.type) {
      case "mdxFlowExpression":
      case "mdxTextExpression":
        parent?.children.splice(index ?? 0, 1, {
          type: "text",
          value: parseText(node.data?.estree),
        })
        return
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        for (const { type, value } of node.attributes) {
          if (type === "mdxJsxExpressionAttribute") throw new SyntaxError("Unexpected {…} in a tag")
          if (value && typeof value === "object") parseLiteralProgram(value.data?.estree)
        }
    }
  })
}
