import { parse } from "parse5"
import { expect, test } from "vitest"
import type { Book } from "./book"
import { printedBook } from "./print"

const pageOf = (content: string) =>
  `<html class="fonts"><head><link rel="stylesheet" href="/blog/a.css"><script src="/b.js"></script></head><body><main id="content">${content}</main></body></html>`

const pages = [
  {
    address: "/blog/posts/one/",
    title: 'One "and" </style> more',
    label: "Part 1",
    html: pageOf(
      '<h1 id="top">One</h1><a href="#top">here</a><a href="/blog/posts/two/#top">next</a><a href="/blog/about/">out</a><a href="https://else.example/">else</a>',
    ),
  },
  {
    address: "/blog/posts/two/",
    title: "Two",
    label: undefined,
    html: pageOf('<h1 id="top">Two</h1><a href="/blog/posts/one/">back</a>'),
  },
]
const book = { title: "A book", description: "", language: "en", authors: [], id: "https://x/" }

const html = printedBook(book as unknown as Book, pages, {
  contents: "Contents",
  site: "https://partwise.example/blog",
})

test("links between chapters stay in the book, and others lead to the public site", () => {
  const hrefs = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)
  expect(hrefs).toEqual([
    "https://x/",
    "#c1-content",
    "#c2-content",
    "#c1-top",
    "#c2-top",
    "https://partwise.example/blog/about/",
    "https://else.example/",
    "#c1-content",
  ])
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toEqual(["c1-content", "c1-top", "c2-content", "c2-top"])
})

test("it looks as the site does, runs nothing, and each sheet says what chapter it is of", () => {
  expect(html).toContain('<html lang="en" class="fonts">')
  expect(html).toContain('<link rel="stylesheet" href="/blog/a.css">')
  expect(html).not.toContain("<script")
  // A title ends neither the string nor the styles.
  expect(html).toContain('content: "Part 1: One \\22 and\\22  \\3c /style> more"')
  expect(html.match(/<\/style>/g)).toHaveLength(1)
  expect(parse(html)).toBeDefined()
})
