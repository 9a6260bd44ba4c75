import type { Element } from "hast"
import { toMdast, type Handle } from "hast-util-to-mdast"
import { toString as textOf } from "hast-util-to-string"
import { h } from "hastscript"
import type { Html, PhrasingContent, Root } from "mdast"
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough"
import { gfmTableToMarkdown } from "mdast-util-gfm-table"
import { gfmTaskListItemToMarkdown } from "mdast-util-gfm-task-list-item"
import { mathToMarkdown } from "mdast-util-math"
import { toMarkdown } from "mdast-util-to-markdown"
import type { Body } from "../elements/fill-slots"
import { codeFeed } from "../elements/code/feed"
import { findElement, isElement, unwrap, type FeedRules } from "../mdx/feed"
import { postAddress } from "../model/addresses"
import { authorsOf } from "../model/author"
import type { Post } from "../model/post"
import { formatPlace, type Place } from "../model/series"
import type { Site } from "../model/site"
import { wordsOf } from "../model/words/words"
import { feedTree } from "./html"

/** What the Markdown of a post is made from. */
export type MarkdownSource = {
  title: string
  description: string
  /** Who wrote it, when, its place in a series. */
  facts: readonly string[]
  /** Its whole address. */
  page: string
  body: Body
  /** The whole address of the site, without a slash at its end. */
  site: string
}

/** @param place of the post in its series */
export function markdownSourceOf(
  post: Post,
  place: Place | undefined,
  body: Body,
  site: Site,
): MarkdownSource {
  const authors = authorsOf(post, site).map(({ name }) => name)
  const facts = [authors.join(", "), post.date]
  if (place) facts.push(`${formatPlace(place, wordsOf(site.language))}, ${place.series.title}`)
  const page = site.url + postAddress(post.slug)
  return { title: post.title, description: post.description, facts, page, body, site: site.url }
}

/** A post as Markdown, for programs and for who takes notes. */
export function postMarkdown(source: MarkdownSource): string {
  const { title, description, facts, page, body, site } = source
  const line = [...facts, `<${page}>`].join(" · ")
  return `# ${title}\n\n> ${description}\n\n${line}\n\n${bodyMarkdown(body, page, site)}`
}

/**
 * The body of a post as plain Markdown (CommonMark with GitHub's tables, formulas between dollars): what
 * tags show stands there in words, and all addresses are whole.
 *
 * @param page the whole address of the post
 * @param site that of the site, without a slash at its end
 */
export function bodyMarkdown(body: Body, page: string, site: string): string {
  const children = feedTree(body, page, site, rules)
  const tree = toMdast({ type: "root", children }, { handlers }) as Root
  return toMarkdown(tree, {
    bullet: "-",
    rule: "-",
    fences: true,
    extensions: [
      gfmTableToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTaskListItemToMarkdown(),
      mathToMarkdown(),
    ],
  })
}

/** What a feed has in another form, or leaves out. */
const rules: FeedRules = {
  ".equation": unwrap,
  ".equation-number": () => [],
  ".joined": unwrap,
  math: (formula) => [h("tex-formula", { display: formula.properties["display"] }, texOf(formula))],
  ".code"(figure, context) {
    const language = findElement(figure, "code")?.properties.className
    return (codeFeed[".code"]?.(figure, context) ?? []).map((block) => {
      const code = isElement(block) ? findElement(block, "code") : undefined
      if (code && block.type === "element" && block.tagName === "pre") {
        code.properties.className = language
      }
      return block
    })
  },
}

/** How a formula was written. */
const texOf = (formula: Element) => textOf(findElement(formula, "annotation") ?? formula).trim()

const handlers: Readonly<Record<string, Handle>> = {
  "tex-formula": (_state, formula) => {
    const value = textOf(formula)
    return formula.properties["display"] === "block"
      ? { type: "math", value }
      : { type: "inlineMath", value }
  },
  ...Object.fromEntries(["sub", "sup", "kbd", "mark"].map((name) => [name, asHtml(name)])),
}

/** What Markdown has no sign for, and takes as HTML. */
function asHtml(name: string): Handle {
  return (state, element: Element): PhrasingContent[] => [
    html(`<${name}>`),
    ...(state.all(element) as PhrasingContent[]),
    html(`</${name}>`),
  ]
}

const html = (value: string): Html => ({ type: "html", value })
