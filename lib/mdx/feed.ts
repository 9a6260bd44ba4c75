import type { Element, ElementContent, Nodes, Properties } from "hast"
import { h } from "hastscript"

/** What is known while a body is made ready for readers of feeds. */
export type FeedContext = {
  /** The whole address of what an address of a page leads to. */
  absolute: (address: string) => string
  /** Address of the section that is being written. */
  section: string
  /** What becomes of what stands in an element. */
  rewrite: (element: Element) => ElementContent[]
}

/** What becomes of an element of a page in a feed. */
export type FeedRule = (element: Element, context: FeedContext) => readonly ElementContent[]

/** By a class of elements, after a dot, or by their name. */
export type FeedRules = Readonly<Record<string, FeedRule>>

export const drop: FeedRule = () => []

export const unwrap: FeedRule = (element, { rewrite }) => rewrite(element)

export const renamed =
  (name: string): FeedRule =>
  (element, { rewrite }) => [h(name, rewrite(element))]

/** What names the block below. */
export const label: FeedRule = (element, { rewrite }) => [h("p", h("strong", rewrite(element)))]

/** Only what is listed of properties reaches a reader. */
export const keep: FeedRule = (element, { rewrite }) => {
  const { lang, dir, title, start, colSpan, rowSpan, dataAlign } = element.properties
  // Out of date, but a style or a class would be taken away.
  const align = typeof dataAlign === "string" ? dataAlign : undefined
  const kept: Properties = { lang, dir, title, start, colSpan, rowSpan, align }
  return [h(element.tagName, kept, rewrite(element))]
}

/** The words for a tag that only a page can show, which lead there. */
export const leadBack =
  (words: string): FeedRule =>
  (_element, { section }) => [h("p", h("a", { href: section }, words))]

export const isElement = (node: Nodes): node is Element => node.type === "element"

export const hasClass = ({ properties }: Element, name: string) =>
  [properties["className"]].flat().includes(name)

/** The first element of a name in another. */
export function findElement({ children }: Element, name: string): Element | undefined {
  for (const child of children) {
    if (!isElement(child)) continue
    const found = child.tagName === name ? child : findElement(child, name)
    if (found) return found
  }
  return undefined
}
