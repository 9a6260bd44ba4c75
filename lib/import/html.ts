import type { Element, Nodes as HtmlNodes, Root, Text as HtmlText } from "hast"
import { fromHtml } from "hast-util-from-html"
import { toHtml } from "hast-util-to-html"
import { defaultHandlers, toMdast, type Handle, type State } from "hast-util-to-mdast"
import { toString as htmlText } from "hast-util-to-string"
import type { BlockContent, Nodes, PhrasingContent } from "mdast"
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote"
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough"
import { gfmTableToMarkdown } from "mdast-util-gfm-table"
import { gfmTaskListItemToMarkdown } from "mdast-util-gfm-task-list-item"
import { mdxToMarkdown } from "mdast-util-mdx"
import { toMarkdown } from "mdast-util-to-markdown"
import { orCard } from "./cards"
import { findAll, flattenCell, raw, replaceBreaks } from "./html-tree"
import { leftover } from "./leftover"
import { embedOf, imageOf, quoted } from "./tags"

const text = (node: Element, name: string) => {
  const value = node.properties[name]
  return Array.isArray(value)
    ? value.join(" ")
    : value === undefined || value === null
      ? ""
      : String(value)
}

/** A tag that posts here have too, with what is in it. */
function marked(state: State, node: Element): Nodes[] {
  return [raw(`<${node.tagName}>`), ...state.all(node), raw(`</${node.tagName}>`)]
}

const abbreviation: Handle = (state, node: Element) => {
  const title = text(node, "title")
  if (title === "") return state.all(node)
  return [raw(`<abbr title="${quoted(title)}">`), ...state.all(node), raw("</abbr>")]
}

/** A block between two tags, each in a line of its own. */
const framed: Handle = (state, node: Element) => [
  raw(`<${node.tagName}>`),
  ...(state.toFlow(state.all(node)) as BlockContent[]),
  raw(`</${node.tagName}>`),
]

const image: Handle = (state, node: Element) => {
  const attributes = Object.fromEntries(
    ["src", "alt", "title", "width"].map((name) => [name, text(node, name) || undefined]),
  )
  const lazy = text(node, "dataSrc") || text(node, "dataOriginal")
  if (text(node, "src").startsWith("data:image/gif") && lazy) attributes["src"] = lazy
  if (/^(?:latex|math)/.test(text(node, "className")) && attributes["alt"]) {
    return raw(`$${attributes["alt"].replace(/^\$+|\$+$/g, "")}$`)
  }
  const result = raw(imageOf(attributes))
  state.patch(node, result)
  return result
}

const frame: Handle = (_state, node: Element) => {
  const src = text(node, "src") || text(node, "dataSrc")
  return src === "" ? [] : raw(embedOf({ src, title: text(node, "title") }))
}

const media: Handle = (state, node: Element) => {
  const source = [node, ...node.children].find(
    (one): one is Element => one.type === "element" && text(one, "src") !== "",
  )
  if (!source) return state.all(node)
  const alt = text(node, "title") || text(node, "ariaLabel")
  return raw(imageOf({ src: text(source, "src"), alt }))
}

/** A picture with its caption: the caption stands in for words that nobody wrote. */
const figure: Handle = (state, node: Element) => {
  const caption = find(node, "figcaption")
  const picture = find(node, "img")
  const words = caption ? htmlText(caption).replaceAll(/\s+/g, " ").trim() : ""
  const others = node.children.filter((one) => one !== caption)
  if (!picture || words === "" || findAll(node, "img").length > 1) {
    return [
      ...state.toFlow(state.all({ ...node, children: others })),
      ...(caption ? flow(state, caption) : []),
    ]
  }
  picture.properties["alt"] ||= words
  return [
    raw("<Figure>"),
    ...state.toFlow(state.all({ ...node, children: others })),
    ...flow(state, caption as Element),
    raw("</Figure>"),
  ]
}

const flow = (state: State, node: Element) => state.toFlow(state.all(node))

/** Code, whose language is in one of a dozen classes and attributes. */
const pre: Handle = (_state, node: Element) => {
  const classes = [node, ...findAll(node, "code")].map((one) => text(one, "className")).join(" ")
  const [, named] =
    /\b(?:language-|lang-|highlight-source-|brush:\s*|sourceCode\s+)([\w#+-]+)/.exec(classes) ?? []
  const lang = named || text(node, "dataLang") || text(node, "dataLanguage") || null
  const value = htmlText(replaceBreaks(node)).replace(/\n$/, "")
  return { type: "code", lang, value }
}

/** A post of another site in the form in which that site gives it away; its last link is its address. */
const quote: Handle = (state, node: Element) => {
  if (
    !/twitter-tweet|bluesky-embed|mastodon-embed|instagram-media|tiktok-embed/.test(
      text(node, "className"),
    )
  ) {
    return defaultHandlers.blockquote(state, node)
  }
  const src = text(node, "cite") || text(findAll(node, "a").at(-1) ?? node, "href")
  const words = htmlText(node).replaceAll(/\s+/g, " ").trim()
  const said = defaultHandlers.blockquote(state, node)
  return words === ""
    ? raw(embedOf({ src }))
    : [said, raw(embedOf({ src, title: "The post quoted above" }))]
}

const script: Handle = (_state, node: Element) => {
  if (text(node, "type").startsWith("math/tex")) {
    const isBlock = /mode=display/.test(text(node, "type"))
    const tex = htmlText(node).trim()
    return raw(isBlock ? `$$\n${tex}\n$$` : `$${tex}$`)
  }
  const src = text(node, "src")
  const gist = /^(https:\/\/gist\.github\.com\/.+)\.js/.exec(src)?.[1]
  if (gist !== undefined) return raw(embedOf({ src: gist, title: "A gist" }))
  // What brings the frames of other sites to life comes with <Embed>.
  if (src !== "" || htmlText(node).trim() === "") return []
  return raw(leftover("a script", htmlText(node)))
}

const lost =
  (what: string): Handle =>
  (_state, node: Element) =>
    raw(leftover(what, toHtml(node)))

const handlers: Readonly<Record<string, Handle>> = {
  a: orCard(defaultHandlers.a),
  abbr: abbreviation,
  audio: media,
  blockquote: quote,
  cite: marked,
  dd: framed,
  details: framed,
  div: orCard((state, node: Element) => flow(state, node)),
  dfn: marked,
  dl: framed,
  dt: framed,
  figure: orCard(figure),
  form: lost("a form"),
  iframe: frame,
  img: image,
  ins: marked,
  kbd: marked,
  mark: marked,
  p: orCard(defaultHandlers.p),
  picture: (state, node) => state.all(node),
  pre,
  script,
  small: marked,
  style: () => [],
  sub: marked,
  summary: (_state, node) => [raw(`<summary>${htmlText(node).trim()}</summary>`)],
  sup: marked,
  svg: lost("a drawing"),
  // Nothing of how words look: an underline is no emphasis here.
  u: (state, node) => state.all(node),
  video: media,
}

/** Markdown, as posts here are written, of HTML, as other systems keep or export it. */
export function markdownOf(html: string): string {
  return markdownOfTree(fromHtml(html, { fragment: true }))
}

/** The same of a tree, which is changed. */
export function markdownOfTree(tree: Root): string {
  for (const name of ["td", "th"]) for (const cell of findAll(tree, name)) flattenCell(cell)
  for (const link of findAll(tree, "a")) {
    for (const name of ["div", "p", "section", "figure", "picture"]) {
      for (const block of findAll(link, name)) block.tagName = "span"
    }
  }
  const nodes = toMdast(tree, {
    handlers: { ...handlers },
    nodeHandlers: { text: (_state, node: HtmlText) => formulasIn(node.value) },
    document: true,
  })
  return toMarkdown(nodes, {
    bullet: "-",
    rule: "-",
    emphasis: "*",
    fences: true,
    resourceLink: true,
    // What would be a citation here is none elsewhere.
    unsafe: [{ character: "@", before: String.raw`(?:^|[\s([])`, inConstruct: "phrasing" }],
    extensions: [
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
      mdxToMarkdown(),
    ],
  })
    .replaceAll(/(?<=<details>)\n\n(?=<summary>)/g, "\n")
    .replaceAll(/^(?:&nbsp;|\u{A0})+$/gmu, "")
}

const formula =
  /\$\$(?<block>[^$]+)\$\$|\$latex\s+(?<latex>[^$]+)\$|\$(?!\s)(?<line>[^$\n]+?)(?<!\s)\$(?!\d)|\\\((?<round>[^]+?)\\\)|\\\[(?<square>[^]+?)\\\]/g

/** A text whose formulas are left as they are: in TeX nothing is a mark of Markdown. */
function formulasIn(value: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let at = 0
  for (const { 0: written, index, groups = {} } of value.matchAll(formula)) {
    const block = groups["block"] ?? groups["square"]
    const line = groups["latex"] ?? groups["round"] ?? groups["line"] ?? ""
    if (block === undefined && groups["line"] !== undefined && !/[\\^_{=]|^\p{L}$/u.test(line))
      continue
    nodes.push({ type: "text", value: value.slice(at, index) })
    nodes.push(raw(block === undefined ? `$${line.trim()}$` : `\n$$\n${block.trim()}\n$$\n`))
    at = index + written.length
  }
  return [...nodes, { type: "text", value: value.slice(at) }]
}

const find = (node: HtmlNodes, name: string) => findAll(node, name)[0]
