import type { ElementContent } from "hast"
import { h } from "hastscript"
import {
  cardAddress,
  courseAddress,
  glossaryAddress,
  postAddress,
  seriesAddress,
} from "../model/addresses"
import { authorsOf } from "../model/author"
import type { Day } from "../model/dates"
import type { Post } from "../model/post"
import { partsOf, type Series } from "../model/series"
import type { Site } from "../model/site"
import { wordsOf } from "../model/words/words"
import { chapterFrom, idOf, type Chapter } from "./chapter"

/** A series as one book. */
export type Book = {
  /** Its address on the web, by which it is known for good. */
  id: string
  title: string
  description: string
  language: string
  authors: readonly string[]
  licence?: Site["licence"]
  /** When the first part came out, and when the last change was made. */
  published: Day
  changed: Day
  chapters: readonly BookChapter[]
  /** By their names in the book. */
  pictures: ReadonlyMap<string, Buffer>
  /** The name of the picture at its front. */
  cover?: string
}

/** A chapter, and the name of its file. */
export type BookChapter = Chapter & {
  file: string
  /** Of its page. */
  address: string
  type: "chapter" | "appendix"
  label?: string
}

/** What of the site is shown to a reader: the index of a build holds no drafts. */
export type Shelf = {
  site: Site
  posts: readonly Post[]
  /** The path below which the site is served: "" or "/blog". */
  base: string
  /** A file of the finished site by its address; undefined where there is none. */
  read: (address: string) => Promise<Buffer | undefined>
}

/**
 * Binds a series: its parts as their pages show them, the outline of its course, and the glossary. The same
 * site makes the same book.
 *
 * @throws Error if a page is not there, or the series has no part to read
 */
export async function bindBook(series: Series, shelf: Shelf): Promise<Book> {
  const { site, posts, read } = shelf
  const words = wordsOf(site.language)
  const parts = partsOf(series, posts).flatMap(({ number, post }) =>
    post ? [{ number, post }] : [],
  )
  const [first] = parts
  if (!first) throw new Error(`Unexpected series ${series.id} without parts, expected one to read`)
  const pages: Page[] = parts.map(({ number, post }) => ({
    address: postAddress(post.slug),
    file: `part-${number}.xhtml`,
    type: "chapter",
    label: words.part(number),
  }))
  if (series.course !== undefined) {
    pages.push({ address: courseAddress(series.course), file: "outline.xhtml", type: "appendix" })
  }
  if (await read(glossaryAddress)) {
    pages.push({ address: glossaryAddress, file: "glossary.xhtml", type: "appendix" })
  }

  const pictures = new Map<string, Buffer>()
  const chapters: BookChapter[] = []
  for (const page of pages) chapters.push(await chapterOf(page, pages, pictures, shelf))
  const card = await read(cardAddress(seriesAddress(series.id)))
  if (card) pictures.set("cover.png", card)
  const days = parts.map(({ post }) => post.updated ?? post.date)
  return {
    id: site.canonicalUrl + seriesAddress(series.id),
    title: series.title,
    description: series.description,
    language: site.language,
    authors: [
      ...new Set(parts.flatMap(({ post }) => authorsOf(post, site)).map(({ name }) => name)),
    ],
    licence: site.licence,
    published: first.post.date,
    changed: days.reduce((a, b) => (a > b ? a : b)),
    chapters,
    pictures,
    cover: card && "cover.png",
  }
}

type Page = Pick<BookChapter, "file" | "address" | "type" | "label">

async function chapterOf(
  page: Page,
  pages: readonly Page[],
  pictures: Map<string, Buffer>,
  { site, base, read }: Shelf,
): Promise<BookChapter> {
  const html = await read(page.address)
  if (!html) throw new Error(`Unexpected absence of ${page.address}, expected its page in the site`)
  const text = html.toString("utf8")
  const found = new Map<string, string>()
  for (const [, src = ""] of text.matchAll(/<img\b[^>]*?\ssrc="([^"]+)"/g)) {
    if (found.has(src)) continue
    const address = src.startsWith(`${base}/`) ? src.slice(base.length) : src
    const bytes = address.startsWith("/") ? await read(decodeURI(address)) : undefined
    if (!bytes) continue
    const name = `images/${address
      .split("/")
      .slice(-2)
      .join("-")
      .replaceAll(/[^\w.-]+/g, "_")}`
    pictures.set(name, bytes)
    found.set(src, name)
  }
  const linkOf = (address: string) => {
    const url = new URL(address, site.url + page.address)
    const path = url.href.startsWith(site.url) ? url.href.slice(site.url.length) : undefined
    const inBook = pages.find((one) => path?.split("#")[0] === one.address)
    if (!inBook) return url.href
    const place = url.hash === "" ? "" : `#${idOf(decodeURIComponent(url.hash.slice(1)))}`
    return inBook === page && place !== "" ? place : inBook.file + place
  }
  const chapter = chapterFrom(text, { linkOf, pictureOf: (address) => found.get(address) })
  return { ...chapter, ...page }
}

/** The first page of a book. */
export function titlePage({
  title,
  description,
  authors,
  licence,
  cover,
  id,
}: Book): ElementContent[] {
  return [
    ...(cover === undefined
      ? []
      : [h("p", { className: ["cover"] }, h("img", { src: cover, alt: "" }))]),
    h("h1", title),
    h("p", { className: ["lede"] }, description),
    h("p", authors.join(", ")),
    h("p", h("a", { href: id }, id)),
    ...(licence ? [h("p", h("a", { href: licence.url }, licence.name))] : []),
  ]
}
