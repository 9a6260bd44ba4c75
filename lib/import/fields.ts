import { longestTitle } from "../model/schema"
import type { Fields } from "./found"

/** The front matter of a post of ours, as far as another system says it. */
export type PostFields = {
  title?: string
  description?: string
  date?: string
  updated?: string
  tags: readonly string[]
  /** The name of its series, and its number in it, if one is said. */
  series?: string
  part?: number
  image?: string
  isDraft: boolean
  /** Earlier addresses that it names. */
  aliases: readonly string[]
  /** What its address shall be made of. */
  slug?: string
  /** Its language, as a tag (BCP 47). */
  lang?: string
  /** Names of fields that have no place here. */
  unused: readonly string[]
}

/** What others call a field, in the order in which they are asked. */
const names = {
  title: ["title", "Title"],
  description: [
    "description",
    "summary",
    "excerpt",
    "abstract",
    "subtitle",
    "spoiler",
    "tagline",
    "lead",
    "dek",
    "intro",
  ],
  date: [
    "date",
    "publishDate",
    "pubDate",
    "pubDatetime",
    "publishedAt",
    "published_at",
    "publishedTime",
    "published",
    "datePublished",
    "created",
    "created_at",
    "createdAt",
  ],
  updated: [
    "updated",
    "lastmod",
    "date-modified",
    "modDatetime",
    "updatedDate",
    "updatedAt",
    "updated_at",
    "dateModified",
    "last_modified_at",
    "last-modified",
    "lastModified",
    "modified",
  ],
  tags: ["tags", "tag", "categories", "category", "keywords", "topics", "Tags"],
  series: ["series"],
  part: ["part", "series_order", "series_weight", "order"],
  image: [
    "image",
    "cover",
    "coverImage",
    "heroImage",
    "featured_image",
    "featuredImage",
    "feature_image",
    "thumbnail",
    "ogImage",
    "banner",
    "header",
    "images",
  ],
  draft: ["draft", "unpublished", "hidden"],
  aliases: ["aliases", "alias", "redirect_from", "permalink", "url", "canonical", "canonicalUrl"],
  slug: ["slug", "postSlug"],
  lang: ["lang", "language", "locale"],
} as const

/** What says nothing that is not said here by itself. */
const silent = new Set(
  "bibliography csl layout toc type format execute comments share related math mathjax katex classes jupyter editor engine output weight hide badges featured excerpt_separator status publish id uuid branch freeze code-fold number-sections cssclass cssclasses publishdate draft title date".split(
    " ",
  ),
)

/** What the fields of another system mean here. */
export function readForeignFields(fields: Fields): PostFields {
  const said = (name: keyof typeof names) =>
    names[name].filter((one) => fields[one] !== undefined && fields[one] !== null)
  const textOf = (name: keyof typeof names) =>
    said(name)
      .map((one) => plainText(fields[one]))
      .find((text) => text !== "")
  const dayIn = (name: "date" | "updated") =>
    said(name)
      .map((one) => findDay(fields[one]))
      .find((day) => day !== undefined)

  const date = dayIn("date")
  const updated = dayIn("updated")
  const part = Number(textOf("part"))
  const used = new Set<string>(Object.values(names).flat())
  return {
    title: textOf("title"),
    description: textOf("description"),
    date,
    updated: updated !== undefined && date !== undefined && updated > date ? updated : undefined,
    tags: tagsFrom(said("tags").flatMap((one) => listOf(fields[one]))),
    series: said("series").flatMap((one) => listOf(fields[one]))[0],
    part: Number.isSafeInteger(part) && part > 0 ? part : undefined,
    image: said("image").flatMap((one) => pathsIn(fields[one]))[0],
    isDraft:
      said("draft").some((one) => fields[one] === true || fields[one] === "true") ||
      fields["published"] === false ||
      /^(?:draft|private|pending|auto-draft)$/.test(plainText(fields["status"])),
    aliases: said("aliases").flatMap((one) => listOf(fields[one])),
    slug: textOf("slug"),
    lang: /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/
      .exec(textOf("lang") ?? "")?.[0]
      .replaceAll("_", "-"),
    unused: Object.keys(fields).filter((name) => !used.has(name) && !silent.has(name)),
  }
}

/** A text without marks of Markdown and HTML, in one line. */
export function plainText(value: unknown): string {
  if (typeof value === "number") return String(value)
  if (typeof value !== "string") return ""
  return value
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/\*\*|__|`/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listOf)
  if (typeof value === "number") return [String(value)]
  if (typeof value !== "string") return []
  const parts = value.includes(",") ? value.split(",") : [value]
  return parts.map((part) => part.trim()).filter((part) => part !== "")
}

/** Jekyll's `image: {path: …}`, Hugo's `cover: {image: …}`. */
function pathsIn(value: unknown): string[] {
  if (typeof value === "string") return [value]
  if (Array.isArray(value)) return value.flatMap(pathsIn)
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(pathsIn) : []
}

function tagsFrom(words: readonly string[]): string[] {
  const tags = new Map<string, string>()
  for (const word of words) {
    const tag = word.replace(/^#/, "").trim()
    if (tag !== "" && tag.length <= 40 && !tags.has(tag.toLowerCase())) {
      tags.set(tag.toLowerCase(), tag)
    }
  }
  return [...tags.values()]
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")

/**
 * The day, as `2020-05-04`, of what a system takes for a date: ISO 8601, `2020/5/4`, `May 4, 2020`,
 * `4 May 2020`, seconds or milliseconds since 1970. A day stays that of its author's clock.
 */
export function findDay(value: unknown): string | undefined {
  if (value instanceof Date)
    return Number.isNaN(+value) ? undefined : value.toISOString().slice(0, 10)
  if (typeof value === "number") {
    if (value < 1e8) return undefined // a year, or a number of something
    return new Date(value < 1e11 ? value * 1000 : value).toISOString().slice(0, 10)
  }
  if (typeof value !== "string") {
    // What a library makes of a date in TOML can be written as ISO 8601.
    const text = typeof value === "object" && value !== null ? JSON.stringify(value) : ""
    return text.startsWith('"') ? findDay(JSON.parse(text)) : undefined
  }
  const [, year, month, day] = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(value) ?? []
  if (year !== undefined) return dayFrom(year, Number(month), day)
  const [, first = "", second = "", third] =
    /^\s*(?:[a-z]{3,9},\s+)?(\w+)[\s.-]+(\w+)\.?(?:st|nd|rd|th)?,?[\s-]+(\d{4})\b/i.exec(
      value.replace(/(\d)(?:st|nd|rd|th)\b/, "$1"),
    ) ?? []
  if (third === undefined) return undefined
  const isDayFirst = /^\d/.test(first)
  const name = (isDayFirst ? second : first).slice(0, 3).toLowerCase()
  return dayFrom(third, months.indexOf(name) + 1, isDayFirst ? first : second)
}

function dayFrom(year: string, month: number, day = ""): string | undefined {
  const text = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(+date) || date.toISOString().slice(0, 10) !== text ? undefined : text
}

/** A text of at most so many characters: whole sentences of it if they fit, else whole words. */
export function shortened(text: string, most: number): string {
  if (Array.from(text).length <= most) return text
  const start = Array.from(text)
    .slice(0, most - 1)
    .join("")
  const [sentences] = /^[^]*[.!?…。！？]["'”’)\]]?(?=\s)/u.exec(start) ?? []
  if (sentences !== undefined && sentences.length > most / 4) return sentences
  const end = start.lastIndexOf(" ")
  return `${start.slice(0, end > 0 ? end : undefined).replace(/[\s,;:–—-]+$/, "")}…`
}

export const longestDescription = 200
export const titleFrom = (text: string) => shortened(text, longestTitle)
