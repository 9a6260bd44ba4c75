/** What stands in place of the two ends of a tag. */
export type Ends = { open: string; close: string }

type Attributes = Readonly<Record<string, string | undefined>>

/** Tags that HTML never closes. */
export const voidTag = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/

/** What posts here may hold as it is, without attributes that say how it looks. */
const kept = /^(?:abbr|br|cite|dd|del|details|dfn|dl|dt|ins|kbd|mark|q|small|sub|summary|sup|wbr)$/

const marks: Readonly<Record<string, string>> = {
  b: "**",
  strong: "**",
  em: "*",
  i: "*",
  s: "~~",
  strike: "~~",
  code: "`",
  tt: "`",
  samp: "`",
}

/** What only says how its words look or where they stand: the words stay. */
const unwrapped =
  /^(?:a|address|article|aside|big|blink|body|button|center|div|em|figcaption|figure|font|footer|form|header|label|main|nav|noscript|p|picture|section|source|span|tbody|thead|time|track|u|var)$/

/**
 * What is written here for a tag of HTML that stands in Markdown.
 *
 * @returns nothing for a tag that is none of HTML, or of which nothing can be made in a line of text
 */
export function endsOf(name: string, attributes: Attributes): Ends | undefined {
  const mark = marks[name]
  if (mark !== undefined) return { open: mark, close: mark }
  const { href, lang, dir } = attributes
  if (name === "a" && href) return { open: "[", close: `](${destination(href)})` }
  if (name === "img") return { open: imageOf(attributes), close: "" }
  if (name === "iframe") return { open: embedOf(attributes), close: "" }
  if (name === "video" || name === "audio") {
    const { src, title = "" } = attributes
    return src === undefined
      ? undefined
      : { open: `![${escaped(title)}](${destination(src)})`, close: "" }
  }
  if (name === "hr") return { open: "\n\n---\n\n", close: "" }
  if (kept.test(name)) {
    const title =
      name === "abbr" && attributes["title"] ? ` title="${quoted(attributes["title"])}"` : ""
    if (name === "abbr" && title === "") return { open: "", close: "" }
    if (voidTag.test(name)) return { open: `<${name} />`, close: "" }
    return { open: `<${name}${title}>`, close: `</${name}>` }
  }
  if ((name === "span" || name === "div") && (lang || dir)) {
    const said = [lang && `lang="${lang}"`, dir && `dir="${dir}"`].filter(Boolean).join(" ")
    return { open: `<${name} ${said}>`, close: `</${name}>` }
  }
  return unwrapped.test(name) ? { open: "", close: "" } : undefined
}

/** An image with what is known of it. */
export function imageOf({ src = "", alt = "", title, width }: Attributes): string {
  const caption = title ? ` "${title.replaceAll('"', "”").replaceAll(/\s+/g, " ")}"` : ""
  const size = /^\d+(?:\.\d+)?(?:%|px)?$/.test(width ?? "") ? `{width=${width}}` : ""
  return `![${escaped(alt)}](${destination(src)}${caption})${size}`
}

/** A page of another site, shown in the text. */
export function embedOf({ src = "", title }: Attributes): string {
  const address = src.replace(/^\/\//, "https://").replace(/^http:/, "https:")
  const host = URL.canParse(address) ? new URL(address).host.replace(/^www\./, "") : address
  const named = titles.find(([hosts]) => hosts.test(host))?.[1] ?? `A page of ${host}`
  return `<Embed src="${quoted(address)}" title="${quoted(title || named)}" />`
}

const titles: readonly [RegExp, string][] = [
  [/(?:^|\.)youtube(?:-nocookie)?\.com$|^youtu\.be$/, "A film on YouTube"],
  [/(?:^|\.)vimeo\.com$/, "A film on Vimeo"],
  [/^(?:twitter|x)\.com$/, "A post on X"],
  [/^bsky\.app$/, "A post on Bluesky"],
  [/^gist\.github\.com$/, "A gist on GitHub"],
]

/** Where a film or a post of another site is, by what a component of another system is told. */
export function filmAddress(system: string, id: string | undefined): string | undefined {
  if (id === undefined || id === "") return undefined
  if (/^https?:\/\//.test(id)) return id
  if (/youtube/i.test(system)) return `https://www.youtube.com/watch?v=${id}`
  if (/vimeo/i.test(system)) return `https://vimeo.com/${id}`
  if (/tweet|twitter|^x$/i.test(system)) return `https://twitter.com/i/status/${id}`
  return /gist/i.test(system) ? `https://gist.github.com/${id}` : undefined
}

/** A text as a value in double quotes. */
export const quoted = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll(/\s+/g, " ").trim()

/** Words between brackets. */
export const escaped = (text: string) =>
  text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[[\]{}<]/g, String.raw`\$&`)

/** An address in parentheses. */
export const destination = (url: string) =>
  url
    .replaceAll(/[\s<>]/g, encodeURIComponent)
    .replaceAll(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))
