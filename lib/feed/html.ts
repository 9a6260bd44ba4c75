import type { Element, ElementContent, Nodes } from "hast"
import { fromHtml } from "hast-util-from-html"
import { toHtml } from "hast-util-to-html"
import { h } from "hastscript"
import type { CitedWork } from "../elements/citation/format"
import { feedRules } from "../elements/feed"
import type { Body } from "../elements/fill-slots"
import {
  drop,
  isElement,
  keep,
  unwrap,
  type FeedContext,
  type FeedRule,
  type FeedRules,
} from "../mdx/feed"
import type { Run } from "../mdx/run"

/**
 * The body of a post for readers of feeds, which have neither its style sheet nor its scripts, and
 * take classes, ids and styles away: plain HTML that says all by itself, with whole addresses.
 *
 * @param page the whole address of the post
 * @param site that of the site, without a slash at its end
 */
export const feedHtml = (body: Body, page: string, site: string): string =>
  toHtml(feedTree(body, page, site)).trim()

/** The same as a tree. @param special what becomes of elements here, and not in a feed */
export function feedTree(
  { runs, works }: Body,
  page: string,
  site: string,
  special: FeedRules = {},
): ElementContent[] {
  const html = [...runs.map(htmlOf), referencesHtml(works)].join("\n")
  const rewrite = ({ children }: { children: readonly Nodes[] }) =>
    children.flatMap((node): readonly ElementContent[] => {
      if (isElement(node)) return (ruleFor(node, own) ?? ruleOf(node))(node, context)
      return node.type === "text" ? [{ type: "text", value: node.value }] : []
    })
  const own = new Map(Object.entries(special))
  const context: FeedContext = {
    section: page,
    absolute: (address) => absoluteAddress(address, page, site),
    rewrite,
  }
  return rewrite(fromHtml(html, { fragment: true }))
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
  if (/^[A-Z]/.test(name)) {
    if (!rules.has(`.${name}`))
      throw new Error(`Unexpected tag <${name}>, expected a rule for feeds`)
    return toHtml(h("page-tag", { className: [name] }))
  }
  const element: Element = {
    type: "element",
    tagName: name,
    properties: props as Element["properties"],
    children: [{ type: "raw", value: children.map(htmlOf).join("") }],
  }
  return toHtml(element, { allowDangerousHtml: true })
}

function referencesHtml(works: readonly CitedWork[]): string {
  if (works.length === 0) return ""
  const items = works.map(({ html }) => `<li>${html}</li>`)
  return `<h2>References</h2><ul>${items.join("")}</ul>`
}

/** What becomes of elements that are nobody's in particular. */
const rules: ReadonlyMap<string, FeedRule> = new Map(
  Object.entries({
    ...feedRules,
    button: drop,
    script: drop,
    style: drop,
    svg: drop,
    section: unwrap,
  }),
)

/** What becomes of an element; one that is not named is kept. */
const ruleOf = (element: Element): FeedRule => ruleFor(element, rules) ?? keep

/** By a class that it has, or by its name. */
function ruleFor(
  { tagName, properties: { className } }: Element,
  named: ReadonlyMap<string, FeedRule>,
): FeedRule | undefined {
  for (const name of [className].flat()) {
    const rule = named.get(`.${name}`)
    if (rule) return rule
  }
  return named.get(tagName)
}
