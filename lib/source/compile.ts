import type { Element, ElementContent, Nodes, Parents, Root as HtmlRoot } from "hast"
import { toHtml } from "hast-util-to-html"
import type { Root } from "mdast"
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from "mdast-util-mdx-jsx"
import remarkRehype from "remark-rehype"
import { unified } from "unified"
import { visit } from "unist-util-visit"
import "mdast-util-mdx"
import { citationElement, placeCitations } from "../elements/citation/html"
import type { Citation } from "../elements/citation/syntax"
import { finishCode } from "../elements/code/html"
import { dressElements } from "../elements/table/html"
import { dressFigures } from "../elements/figure/html"
import { markImages } from "../elements/image/html"
import { parseLiteralProgram, parseText, type Literal } from "../mdx/literal"
import { mathHandlers } from "../elements/math/html"
import { arrangeNotes } from "../elements/note/html"
import { placeReferences } from "../elements/link/html"
import { placeTabs } from "../elements/tabs/html"
import { dressTasks } from "../elements/task/html"
import { placeTerms } from "../elements/term/html"
import { typesetText } from "../mdx/typeset"

/**
 * A piece of a body that is ready for its page: HTML as it is, but for marks where `./images` puts
 * pictures, or something that React renders: a tag, or an element around one.
 */
export type Run = string | { name: string; props: Props; children: readonly Run[] }

type Props = Readonly<Record<string, Literal>>

/** The pipeline from a syntax tree to HTML: whatever a body can hold is added here. */
const pipeline = unified()
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
    footnoteBackLabel: (note) => `Back to note ${note + 1} in the text`,
    handlers: {
      citation: (_state, citation: Citation) => citationElement(citation),
      ...mathHandlers,
    },
  })
  .use(() => settle)
  .use(() => placeTabs)
  .use(() => finishCode)
  .use(() => dressFigures)
  .use(() => placeReferences)
  .use(() => placeTerms)
  .use(() => placeCitations)
  .use(() => arrangeNotes)
  .use(() => dressElements)
  .use(() => dressTasks)
  .use(() => typesetText)
  .use(() => markImages)
  .freeze()

/**
 * Makes a body ready for its page. All that is only text becomes HTML here, once, so that React need
 * not make an element of every word in bold.
 *
 * @throws SyntaxError where the MDX breaks a rule that the check holds it against
 */
export function compileMdx(tree: Root): readonly Run[] {
  return runsOf(pipeline.runSync(tree).children)
}

/** Elements that may hold nothing but certain others, so that no run of HTML fits between them. */
const strict = new Set(["ul", "ol", "dl", "table", "thead", "tbody", "tr", "tab-group"])

function runsOf(nodes: readonly Nodes[], parent?: string): readonly Run[] {
  const runs: Run[] = []
  let html: Nodes[] = []
  const flush = () => {
    if (html.length > 0) runs.push(toHtml(html as ElementContent[], { allowDangerousHtml: false }))
    html = []
  }
  for (const node of nodes) {
    const whole = node.type === "element" && parent !== undefined && strict.has(parent)
    if (node.type === "element" && (whole || needsReact(node))) {
      flush()
      runs.push(rendered(node))
    } else html.push(node)
  }
  flush()
  return runs
}

const rendered = (node: Element): Run => ({
  name: node.tagName,
  props: propsOf(node),
  children: needsReact(node) ? childRuns(node) : [toHtml(node.children)],
})

const childRuns = ({ children, tagName }: Element) => runsOf(children, tagName)

/** Whether there is a tag in an element. */
function needsReact(node: Nodes): boolean {
  if (node.type !== "element") return false
  return isRendered(node.tagName) || node.children.some(needsReact)
}

const isRendered = (name: string) => /^[A-Z]/.test(name)

/**
 * A tag's attributes, or HTML's properties, which have React's names but for `aria-` and `data-`; lists
 * are written out.
 */
function propsOf({ tagName, properties }: Element): Props {
  if (/^[A-Z]/.test(tagName)) return properties
  const props: Record<string, Literal> = {}
  for (const [name, value] of Object.entries(properties)) {
    props[attributeOf(name)] = Array.isArray(value) ? value.join(" ") : value
  }
  return props
}

const attributeOf = (name: string) =>
  name
    .replace(/^aria(?=[A-Z])(.*)/, (_, rest: string) => `aria-${rest.toLowerCase()}`)
    .replace(
      /^data(?=[A-Z])(.*)/,
      (_, rest: string) =>
        `data${rest.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    )

/**
 * Makes plain elements of tags, and text of expressions: nothing is ever executed.
 *
 * @throws SyntaxError if an expression or attribute is not literal
 */
function settle(tree: HtmlRoot): void {
  visit(tree, (node: Nodes, index, parent?: Parents) => {
    if (!parent || index === undefined) return
    switch (node.type) {
      case "mdxFlowExpression":
      case "mdxTextExpression":
        parent.children.splice(index, 1, {
          type: "text",
          value: parseText(node.data?.estree),
          data: { literal: true },
        })
        return
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        parent.children.splice(index, 1, elementOf(node))
        return index
    }
  })
}

type Tag = MdxJsxFlowElementHast | MdxJsxTextElementHast

const elementOf = ({ name, attributes, children, data }: Tag): Element => ({
  type: "element",
  tagName: name ?? "span",
  properties: Object.fromEntries(
    attributes.map((attribute) => {
      if (attribute.type === "mdxJsxExpressionAttribute") {
        throw new SyntaxError("Unexpected {…} in a tag, expected attributes with names")
      }
      return [attribute.name, valueOf(attribute.value) as string]
    }),
  ),
  children,
  data: { label: data?.label },
})

type Value = Extract<Tag["attributes"][number], { type: "mdxJsxAttribute" }>["value"]

/** An attribute without a value is true, as in HTML. */
function valueOf(value: Value): Literal {
  if (value === null || value === undefined) return true
  return typeof value === "string" ? value : parseLiteralProgram(value.data?.estree)
}
