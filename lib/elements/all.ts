import type { BodyElement, TagForm } from "../mdx/body-element"
import { callout } from "./callout/element"
import { component } from "./component/element"
import { citation } from "./citation/element"
import { code } from "./code/element"
import { courseOutline } from "./course-outline/element"
import { diagram } from "./diagram/element"
import { disclosure } from "./disclosure/element"
import { embed } from "./embed/element"
import { expression } from "./expression/element"
import { figure } from "./figure/element"
import { foreign } from "./foreign/element"
import { heading } from "./heading/element"
import { image } from "./image/element"
import { link } from "./link/element"
import { math } from "./math/element"
import { media } from "./media/element"
import { note } from "./note/element"
import { plainHtml } from "./plain-html/element"
import { quote } from "./quote/element"
import { table } from "./table/element"
import { tabs } from "./tabs/element"
import { task } from "./task/element"
import { term } from "./term/element"
import { text } from "./text/element"

/**
 * All that authors write. Where two have to do with one node, the first comes first: callouts are no
 * quotations; figures are numbered before links and headings say their numbers; the words of all count.
 * Of two that begin with one sign, the parser tries the last first. What they are in a feed is in
 * `./feed.ts`, which can be loaded without a parser.
 */
const all = [
  component,
  plainHtml,
  disclosure,
  courseOutline,
  expression,
  foreign,
  diagram,
  code,
  math,
  media,
  embed,
  image,
  figure,
  table,
  task,
  note,
  callout,
  quote,
  link,
  citation,
  tabs,
  term,
  heading,
  text,
] as const satisfies readonly BodyElement[]

export const elements: readonly BodyElement[] = all

type RenderedBy<Element> = Element extends { rendered: infer Tags } ? keyof Tags : never

/** A tag that a component renders; the others become plain HTML when a body is compiled. */
export type MdxTag = RenderedBy<(typeof all)[number]>

const forms = elements.flatMap(({ tags = {}, rendered = {} }) => [
  ...Object.entries(tags),
  ...Object.entries(rendered).map(([name, attributes]): [string, TagForm] => [
    name,
    { attributes, block: true },
  ]),
])
/** Whether a tag is rendered by a component, and not when a body is compiled. */
export const isRendered = (name: string) =>
  elements.some(({ rendered = {} }) => Object.hasOwn(rendered, name))

const isHtml = (name: string) => /^[a-z]/.test(name)

/** Every tag that a body may use: HTML by its names, then the others. */
export const tags: ReadonlyMap<string, TagForm> = new Map([
  ...forms.filter(([name]) => isHtml(name)).sort(([a], [b]) => (a < b ? -1 : 1)),
  ...forms.filter(([name]) => !isHtml(name)),
])
