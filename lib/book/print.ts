import type { Element, Root } from "hast"
import { fromHtml } from "hast-util-from-html"
import { toHtml } from "hast-util-to-html"
import { h } from "hastscript"
import { titlePage, type Book, type BookChapter } from "./book"
import { contentOf, findAll } from "./chapter"

/** A page of the site that a printed book is made of. */
export type PrintedPage = Pick<BookChapter, "title" | "label"> & {
  /** Its address, below which the site is served and all. */
  address: string
  html: string
}

/**
 * All pages of a book as one page of the site, to be printed with its styles: each chapter begins on a new
 * sheet, with its title above and the number of the sheet below (CSS Paged Media Module Level 3).
 *
 * @param contents what the contents are called
 * @param site its public address: links to what is not in the book lead there
 */
export function printedBook(
  book: Book,
  pages: readonly PrintedPage[],
  { contents, site }: { contents: string; site: string },
): string {
  const [first] = pages
  const head = first ? findAll(fromHtml(first.html), isLook) : []
  const html = findAll(fromHtml(first?.html ?? ""), ({ tagName }) => tagName === "html")[0]
  const chapters = pages.map((_, index) => chapterOf(pages, index, site))
  const root: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: book.language, className: html?.properties.className }, [
        h("head", [
          h("meta", { charSet: "utf-8" }),
          h("title", book.title),
          ...head,
          runningTitles(pages),
        ]),
        h("body", [
          h("main", [
            h("section", titlePage({ ...book, cover: undefined })),
            h("section", { className: ["new-page"] }, contentsOf(pages, contents)),
            ...chapters,
          ]),
        ]),
      ]),
    ],
  }
  return toHtml(root)
}

const isLook = ({ tagName, properties }: Element) =>
  tagName === "style" || (tagName === "link" && [properties.rel].flat().includes("stylesheet"))

/** Ids are of one page: with several in one document, each says which. */
const placeOf = (index: number, id: string) => `c${index + 1}-${id}`

function chapterOf(pages: readonly PrintedPage[], index: number, site: string): Element {
  const urls = pages.map(({ address }) => new URL(address, site).href)
  const linkOf = (href: string) => {
    const url = new URL(href, urls[index])
    const place = decodeURIComponent(url.hash.slice(1)) || "content"
    const to = urls.indexOf(url.href.replace(url.hash, ""))
    return to < 0 ? url.href : `#${placeOf(to, place)}`
  }
  const move = (element: Element): Element => {
    const { id, href } = element.properties
    const properties = { ...element.properties }
    if (typeof id === "string") properties.id = placeOf(index, id)
    if (typeof href === "string" && element.tagName === "a") properties.href = linkOf(href)
    const children = element.children.map((child) =>
      child.type === "element" ? move(child) : child,
    )
    return { ...element, properties, children }
  }
  const content = move(contentOf(pages[index]?.html ?? ""))
  return h("section", { className: ["new-page", `chapter-${index + 1}`] }, content)
}

function runningTitles(pages: readonly PrintedPage[]): Element {
  const rules = pages.map(
    (
      page,
      index,
    ) => `@page chapter-${index + 1} { @top-center { content: ${quoted(titleOf(page))}; font: 9pt var(--font-sans); } }
.chapter-${index + 1} { page: chapter-${index + 1}; }`,
  )
  return h("style", `.new-page { break-before: page; }\n${rules.join("\n")}`)
}

const titleOf = ({ title, label }: PrintedPage) =>
  label === undefined ? title : `${label}: ${title}`

/** A string of CSS, which also stands in an element of HTML: no quote, no line end, no end of a tag. */
const quoted = (text: string) =>
  `"${text.replaceAll(/["\\<\n\r\f]/g, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`

const contentsOf = (pages: readonly PrintedPage[], name: string) => [
  h("h1", name),
  h(
    "ol",
    pages.map((page, index) =>
      h("li", h("a", { href: `#${placeOf(index, "content")}` }, titleOf(page))),
    ),
  ),
]
