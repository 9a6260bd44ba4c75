import { toJsxRuntime, type Components } from "hast-util-to-jsx-runtime"
import type { Nodes, Root } from "mdast"
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx"
import type { ReactElement } from "react"
import { Fragment, jsx, jsxs } from "react/jsx-runtime"
import remarkRehype from "remark-rehype"
import { unified } from "unified"
import { SKIP, visit } from "unist-util-visit"
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
 * @throws VFileMessage or SyntaxError where the MDX breaks a rule that the check holds it against
 */
export function renderMdx(body: string, components: MdxComponents): ReactElement {
  const tree = parseMdx(body)
  liftTags(tree)
  const html = toHtml.runSync(tree)
  return toJsxRuntime(html, {
    Fragment,
    jsx,
    jsxs,
    components,
    ignoreInvalidStyle: true,
    createEvaluater: () => ({
      // The library asks for a tag's component in the way it asks for values.
      evaluateExpression: (expression) =>
        expression.type === "Identifier"
          ? components[expression.name]
          : parseLiteral(expression),
      evaluateProgram: (program) => parseLiteralProgram(program),
    }),
  })
}

/** A tag that stands alone in its paragraph is a block, as MDX has it: the paragraph goes. */
function liftTags(tree: Root): void {
  visit(tree, "paragraph", (paragraph, index, parent) => {
    if (!parent || index === undefined) return
    const inner = paragraph.children.filter(
      (child) => !(child.type === "text" && child.value.trim() === ""),
    )
    if (inner.length === 0 || !inner.every(isTag)) return
    const blocks = inner.map(({ attributes, children, name, position }): MdxJsxFlowElement => ({
      type: "mdxJsxFlowElement",
      name,
      attributes,
      children: children as MdxJsxFlowElement["children"],
      position,
    }))
    parent.children.splice(index, 1, ...blocks)
    return [SKIP, index + blocks.length]
  })
}

const isTag = (node: Nodes): node is MdxJsxTextElement =>
  node.type === "mdxJsxTextElement" && /^(?:[A-Z]|details$|dl$)/.test(node.name ?? "")
