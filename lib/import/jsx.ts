import type { Nodes, Root } from "mdast"
import type {} from "mdast-util-mdx"
import { attributeOf, type Tag } from "../mdx/tag"
import { rangeOf, type Edits } from "./edits"
import type { Surroundings } from "./converter"
import { embedOf, endsOf, filmAddress, imageOf, voidTag } from "./tags"
import { calloutKind } from "./templates"

/** Tags of MDX that posts here have too, by other names or with other attributes; imports that have no use. */
export function editJsx(tree: Root, text: string, around: Surroundings, edits: Edits): void {
  const imports = importsIn(tree)
  const used = new Set<string>()
  visit(tree, (tag) => {
    if (!editTag(tag, text, around, imports, edits) && tag.name)
      used.add(tag.name.split(".")[0] ?? "")
  })
  for (const node of tree.children) {
    if (node.type !== "mdxjsEsm") continue
    const names = namesIn(node.value)
    if (/^\s*import\b/.test(node.value) && !names.some((name) => used.has(name))) {
      edits.replaceNode(node, "")
    }
  }
}

function visit(node: Nodes, see: (tag: Tag) => void): void {
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") see(node)
  if ("children" in node) for (const child of node.children) visit(child, see)
}

const importLine = /import\s+(?:(\w+)|\{([^}]*)\}|\*\s+as\s+(\w+))\s+from\s+["']([^"']+)["']/g

/** What is imported by a default name: pictures, mostly. */
function importsIn(tree: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const node of tree.children) {
    if (node.type !== "mdxjsEsm") continue
    for (const [, name, , , path] of node.value.matchAll(importLine)) {
      if (name !== undefined && path !== undefined) found.set(name, path)
    }
  }
  return found
}

const namesIn = (source: string) =>
  [...source.matchAll(importLine)].flatMap(([, name, list, all]) => [
    ...(name ? [name] : []),
    ...(all ? [all] : []),
    ...(list ?? "").split(",").map(
      (one) =>
        one
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? "",
    ),
  ])

const images = /^(?:Image|Img|Picture|NextImage|StaticImage|FigureImage)$/
const callouts = /^(?:Callout|Note|Aside|Admonition|Alert|Info|Tip|Warning|Danger|Caution)$/
const films = /^(?:YouTube|Youtube|LiteYouTube|YouTubeEmbed|Vimeo|Tweet|StaticTweet|Gist)$/
const empty = /^(?:TOC|TOCInline|TableOfContents|Toc|Newsletter|NewsletterForm|BlogNewsletterForm)$/

/** @returns whether it is one of ours now, or gone */
function editTag(
  tag: Tag,
  text: string,
  around: Surroundings,
  imports: ReadonlyMap<string, string>,
  edits: Edits,
): boolean {
  const { name } = tag
  if (name === null) return replaceEnds(tag, text, { open: "", close: "" }, edits)
  const value = (attribute: string) => valueOf(tag, attribute, imports)
  if (name === "img" || images.test(name)) {
    const src = value("src")
    if (src === undefined) return false
    const [alt, title, width] = [value("alt"), value("title") ?? value("caption"), value("width")]
    edits.replaceNode(tag, imageOf({ src: around.fileOf(src), alt, title, width: percent(width) }))
    return true
  }
  if (films.test(name)) {
    const src = filmAddress(
      name,
      value("id") ?? value("videoId") ?? value("url") ?? value("videoid"),
    )
    if (src !== undefined) edits.replaceNode(tag, embedOf({ src, title: value("title") }))
    return src !== undefined
  }
  if (empty.test(name)) {
    edits.replaceNode(tag, "")
    around.lose(`<${name}>`)
    return true
  }
  if (callouts.test(name) && tag.type === "mdxJsxFlowElement") {
    const kind = calloutKind(value("type") ?? value("kind") ?? value("variant") ?? name)
    const title = value("title")
    return replaceEnds(
      tag,
      text,
      { open: `:::${kind.toLowerCase()}${title ? `[${title}]` : ""}\n`, close: "\n:::" },
      edits,
    )
  }
  if (/^[A-Z]/.test(name) || name.includes(".")) return false
  const href = value("href")
  const src = value("src")
  const ends = endsOf(name, {
    href: href === undefined ? undefined : around.linkOf(href),
    src: src === undefined || name === "iframe" ? src : around.fileOf(src),
    title: value("title"),
    lang: value("lang"),
    dir: value("dir"),
  })
  return ends ? replaceEnds(tag, text, ends, edits) : false
}

const percent = (width: string | undefined) => (width?.endsWith("%") ? width : undefined)

/** A plain value, or the path of what an import names. */
function valueOf(tag: Tag, name: string, imports: ReadonlyMap<string, string>): string | undefined {
  const written = tag.attributes.find(
    (attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === name,
  )
  if (!written) return undefined
  const { value } = written
  if (typeof value === "string") return value
  if (!value || typeof value !== "object") return attributeOf(tag, name)
  const inner = value.value.trim()
  const imported = imports.get(inner.replace(/\.src$/, ""))
  if (imported !== undefined) return imported
  return /^(?:(["'`])([^"'`$]*)\1|(\d+))$/.exec(inner)?.slice(2).find(Boolean)
}

function replaceEnds(
  tag: Tag,
  text: string,
  ends: { open: string; close: string },
  edits: Edits,
): true {
  const { from, to } = rangeOf(tag)
  const source = text.slice(from, to)
  const [first, last] = [tag.children[0], tag.children.at(-1)]
  const closing = /<\/[^<>]*>\s*$/.exec(source)
  if (!closing || (tag.name !== null && voidTag.test(tag.name))) {
    edits.replaceNode(tag, ends.open + ends.close)
    return true
  }
  const openEnd = first ? openingEnd(text, from, rangeOf(first).from) : from + closing.index
  edits.replace(from, openEnd, ends.open)
  const start = from + closing.index
  edits.replace(Math.max(start, last ? rangeOf(last).to : start), to, ends.close)
  return true
}

/** Where the opening tag ends: at the last > before what stands in it. */
const openingEnd = (text: string, from: number, until: number) =>
  from + text.slice(from, until).lastIndexOf(">") + 1
