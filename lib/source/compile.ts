import type { Element, ElementContent, Nodes, Root as HtmlRoot } from "hast"
import { toHtml } from "hast-util-to-html"
import type { Root } from "mdast"
import { toHast, type Handlers, type State } from "mdast-util-to-hast"
import { find, html } from "property-information"
import { elements, tags } from "../elements/all"
import { parseLiteralProgram, type Literal } from "../mdx/literal"
import type { Props, Run } from "../mdx/run"
import type { Tag } from "../mdx/tag"
import { walkPage } from "../mdx/walk"
import { wordsOf } from "../model/words/words"

const handlers: Handlers = {
  mdxJsxFlowElement: tagHtml,
  mdxJsxTextElement: tagHtml,
  ...Object.assign({}, ...elements.map(({ handlers }) => handlers)),
}

/**
 * Makes a body that was read ready for its page. All that is only text becomes HTML here, once, so that
 * React need not make an element of every word in bold.
 *
 * @param language in which it is written, BCP 47
 * @throws SyntaxError where the MDX breaks a rule that the check holds it against
 */
export function compileMdx(tree: Root, language: string): readonly Run[] {
  const words = wordsOf(language)
  const root = toHast(tree, {
    clobberPrefix: "",
    footnoteLabel: words.notes,
    footnoteLabelProperties: {},
    footnoteBackLabel: (note) => words.backToNote(note + 1),
    handlers,
  }) as HtmlRoot
  walkPage(
    root,
    elements.flatMap(({ write }) => write?.({ root, language }) ?? []),
  )
  return runsOf(root.children)
}

/** In a list, so that blanks at the start of a line are left to what is in the tag. */
function tagHtml(state: State, tag: Tag): ElementContent[] {
  const element: Element = {
    type: "element",
    tagName: tag.name ?? "span",
    properties: Object.fromEntries(
      tag.attributes.map((attribute) => {
        if (attribute.type === "mdxJsxExpressionAttribute") {
          throw new SyntaxError("Unexpected {…} in a tag, expected attributes with names")
        }
        return [attribute.name, valueOf(attribute.value) as string]
      }),
    ),
    children: state.all(tag),
  }
  return [tags.get(element.tagName)?.html?.(element, tag) ?? element].flat()
}

type Value = Extract<Tag["attributes"][number], { type: "mdxJsxAttribute" }>["value"]

/** An attribute without a value is true, as in HTML. */
function valueOf(value: Value): Literal {
  if (value === null || value === undefined) return true
  return typeof value === "string" ? value : parseLiteralProgram(value.data?.estree)
}

/** Elements that may hold nothing but certain others, so that no run of HTML fits between them. */
const strict = new Set(["ul", "ol", "dl", "table", "thead", "tbody", "tr", "tab-group"])

function runsOf(nodes: readonly Nodes[], parent = ""): readonly Run[] {
  const runs: (Run | ElementContent[])[] = []
  for (const node of nodes as readonly ElementContent[]) {
    const last = runs.at(-1)
    if (node.type === "element" && (strict.has(parent) || needsReact(node))) runs.push(runOf(node))
    else if (Array.isArray(last)) last.push(node)
    else runs.push([node])
  }
  return runs.map((run) => (Array.isArray(run) ? toHtml(run) : run))
}

const runOf = (node: Element): Run => ({
  name: node.tagName,
  props: propsOf(node),
  children: needsReact(node) ? runsOf(node.children, node.tagName) : [toHtml(node.children)],
})

/** Whether there is a tag in an element. */
const needsReact = (node: Nodes): boolean =>
  node.type === "element" && (isRendered(node.tagName) || node.children.some(needsReact))

const isRendered = (name: string) => /^[A-Z]/.test(name)

/**
 * A tag's attributes, or HTML's properties, which have React's names but for `aria-` and `data-`; lists
 * are written out.
 */
function propsOf({ tagName, properties }: Element): Props {
  if (isRendered(tagName)) return properties
  const props = Object.entries(properties).map(([name, value]) => [
    /^(?:aria|data)[A-Z]/.test(name) ? find(html, name).attribute : name,
    Array.isArray(value) ? value.join(" ") : value,
  ])
  return Object.fromEntries(props) as Props
}
