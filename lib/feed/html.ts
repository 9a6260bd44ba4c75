import type { Element, ElementContent } from "hast"
import { toHtml } from "hast-util-to-html"
import { parseFragment } from "parse5"
import type { CitedWork } from "../elements/citation/format"
import type { Run } from "../source/compile"
import type { Body } from "../mdx/slots"
import type { MdxTag } from "../mdx/tags"
import { feedCode } from "../elements/code/feed"
import { attribute, classesOf, element, isElement, text } from "../mdx/feed-element"
import type { Source, SourceNode } from "../mdx/feed-element"
import { feedImage } from "../elements/image/feed"
import { feedMath } from "../elements/math/feed"

/**
 * The body of a post for readers of feeds, which have neither its style sheet nor its scripts, and
 * take classes, ids and styles away: plain HTML that says all by itself, with whole addresses.
 *
 * @param page the whole address of the post
 * @param site that of the site, without a slash at its end
 */
export function feedHtml({ runs, works }: Body, page: string, site: string): string {
  const html = [...runs.map(htmlOf), referencesHtml(works)].join("\n")
  const context: Context = {
    section: page,
    absolute: (address) => absoluteAddress(address, page, site),
  }
  return toHtml(rewritten(parseFragment(html).childNodes, context)).trim()
}

type Context = {
  absolute: (address: string) => string
  /** Address of the section that is being written. */
  section: string
}

/** Links to a place in the page lead there: in a reader there may be other posts beside this one. */
function absoluteAddress(address: string, page: string, site: string): string {
  if (address.startsWith("#")) return page + address
  if (/^\/(?!\/)/.test(address)) return site + address
  const isWhole = URL.canParse(address) || !URL.canParse(address, page)
  return isWhole ? address : new URL(address, page).href
}

/** A compiled body as one piece of HTML, with an element of its own for each tag. */
const htmlOf = (run: Run): string => {
  if (typeof run === "string") return run
  const { name, props, children } = run
  const isTag = /^[A-Z]/.test(name)
  const content = [{ type: "raw" as const, value: children.map(htmlOf).join("") }]
  return toHtml(
    isTag
      ? element("page-tag", [], { name })
      : element(name, content, props as Element["properties"]),
    { allowDangerousHtml: true },
  )
}

function referencesHtml(works: readonly CitedWork[]): string {
  if (works.length === 0) return ""
  const items = works.map(({ html }) => element("li", [{ type: "raw", value: html }]))
  return toHtml([element("h2", [text("References")]), element("ul", items)], {
    allowDangerousHtml: true,
  })
}

const rewritten = (nodes: readonly SourceNode[], context: Context): ElementContent[] =>
  nodes.flatMap((node): readonly ElementContent[] => {
    if (!isElement(node)) return "value" in node ? [text(node.value)] : []
    return ruleOf(node)(node, context)
  })

type Rule = (source: Source, context: Context) => readonly ElementContent[]

const drop: Rule = () => []
const unwrap: Rule = ({ childNodes }, context) => rewritten(childNodes, context)
const renamed =
  (name: string): Rule =>
  (source, context) => [element(name, unwrap(source, context))]
const label: Rule = (source, context) => [
  element("p", [element("strong", unwrap(source, context))]),
]

/** Only what is listed of attributes reaches a reader. */
const keep: Rule = (source, context) => {
  const properties: Element["properties"] = {}
  for (const name of ["lang", "dir", "title", "start", "colspan", "rowspan"]) {
    properties[name] = attribute(source, name)
  }
  // Out of date, but a style or a class would be taken away.
  properties["align"] = attribute(source, "data-align")
  return [element(source.tagName, unwrap(source, context), properties)]
}

const keepIfSaid: Rule = (source, context) =>
  source.attrs.some(({ name }) => name === "lang" || name === "dir")
    ? keep(source, context)
    : unwrap(source, context)

const heading: Rule = (source, context) => {
  const id = attribute(source, "id")
  if (id !== undefined) context.section = context.absolute(`#${id}`)
  return keep(source, context)
}

const link: Rule = (source, context) => {
  const href = attribute(source, "href")
  if (href === undefined) return unwrap(source, context)
  const properties = {
    href: context.absolute(href),
    title: attribute(source, "title"),
    lang: attribute(source, "lang"),
  }
  return [element("a", unwrap(source, context), properties)]
}

/** What leads to a tag that only the page can show. */
const tagWords: Record<MdxTag, string> = {
  CourseOutline: "See the outline of the course on the page of this post",
}

const tag: Rule = (source, { section }) => {
  const words = tagWords[attribute(source, "name") as MdxTag]
  return [element("p", [element("a", [text(words)], { href: section })])]
}

const task: Rule = (source) => [text(classesOf(source).includes("task-done") ? "☑" : "☐")]

/** What becomes of elements, by a class that they have or by their name; others are kept. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  // What only helps to get about a page; and notes beside the text, which stand in the list as well.
  [".anchor", drop],
  [".code-back", drop],
  [".data-footnote-backref", drop],
  [".note", drop],
  [".tab-list", drop],
  ["button", drop],
  ["script", drop],
  ["style", drop],
  ["svg", drop],

  [".enlarge", unwrap],
  [".equation-box", unwrap],
  [".scroll", unwrap],
  [".sr-only", unwrap],
  ["details", unwrap],
  ["section", unwrap],
  ["tab-group", unwrap],

  [".callout", renamed("blockquote")],
  [".callout-title", label],
  [".tab-title", label],
  ["summary", label],
  [".equation", renamed("p")],
  [".equation-number", (source, context) => [text(" "), ...unwrap(source, context)]],
  [".code", feedCode],
  [".task", task],
  ["a", link],
  ["h2", heading],
  ["h3", heading],
  ["h4", heading],
  ["img", (source, { absolute }) => [feedImage(source, absolute)]],
  ["math", (source) => [feedMath(source)]],
  ["page-tag", tag],
  ["picture", (source, { absolute }) => [feedImage(source, absolute)]],
  ["span", keepIfSaid],
])

function ruleOf(source: Source): Rule {
  for (const name of classesOf(source)) {
    const rule = rules.get(`.${name}`)
    if (rule) return rule
  }
  return rules.get(source.tagName) ?? keep
}
