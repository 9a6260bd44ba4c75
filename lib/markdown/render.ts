import { toJsxRuntime, type Components } from "hast-util-to-jsx-runtime"
import type { ReactElement } from "react"
import { Fragment, jsx, jsxs } from "react/jsx-runtime"
import remarkRehype from "remark-rehype"
import { unified } from "unified"
import { parseLiteral, parseLiteralProgram } from "./literal"
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
  return toJsxRuntime(html, {
    Fragment,
    jsx,
    jsxs,
    components,
    ignoreInvalidStyle: true,
    createEvaluater: () => ({
      // The library asks for a tag's component in the way it asks for values.
      evaluateExpression: (expression) =>
        expression.type === "Identifier" ? components[expression.name] : parseLiteral(expression),
      evaluateProgram: (program) => parseLiteralProgram(program),
    }),
  })
}
