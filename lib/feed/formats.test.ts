import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom"
import { expect, test } from "vitest"
import type { Post } from "../model/post"
import { unnamedSite, type Site } from "../model/site"
import type { Feed } from "./atom"
import { formatAtom } from "./atom"
import { formatJsonFeed } from "./json"
import { formatRss } from "./rss"

const site: Site = {
  ...unnamedSite,
  name: "Partwise",
  url: "https://example.org/blog",
  canonicalUrl: "https://example.org/blog",
  language: "en-GB",
  author: { name: "A & B", links: [] },
}

const post: Post = {
  slug: "two",
  title: "a < b & c ✔️",
  description: "About <two>.",
  date: "2024-02-12",
  updated: "2024-03-01",
  tags: ["maths & more"],
  draft: false,
  aliases: ["/posts/one/"],
  authors: [],
  files: [],
  headings: [],
  labels: [],
  links: [],
  minutes: 5,
}

const feedIn = (address: string): Feed => ({
  title: "All & sundry",
  description: "Of everything.",
  address,
  page: "/",
  entries: [{ post, html: "<p>1 &lt; 2 ]]&gt;</p>" }],
})

const parse = (xml: string) =>
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, "application/xml")

const rss = () => {
  const document = parse(formatRss(feedIn("/rss.xml"), site))
  const textOf = (name: string) =>
    Array.from(document.getElementsByTagName(name), (one) => one.textContent)
  return { document, textOf }
}

test("an RSS feed says what RSS 2.0 asks for, of itself and of each post", () => {
  const { document, textOf } = rss()
  expect(document.documentElement?.getAttribute("version")).toBe("2.0")
  expect(textOf("title")).toEqual(["All & sundry", "a < b & c ✔️"])
  expect(textOf("link")).toEqual([
    "https://example.org/blog/",
    "https://example.org/blog/posts/two/",
  ])
  expect(textOf("description")).toEqual(["Of everything.", "About <two>."])
  expect(textOf("pubDate")).toEqual(["Mon, 12 Feb 2024 00:00:00 +0000"])
  expect(textOf("lastBuildDate")).toEqual(["Fri, 01 Mar 2024 00:00:00 +0000"])
  expect(textOf("category")).toEqual(["maths & more"])
  expect(textOf("dc:creator")).toEqual(["A & B"])
  expect(textOf("content:encoded")).toEqual(["<p>1 &lt; 2 ]]&gt;</p>"])
  const [self] = document.getElementsByTagName("atom:link")
  expect(self?.getAttribute("href")).toBe("https://example.org/blog/rss.xml")
})

test("a JSON feed says what version 1.1 asks for", () => {
  const feed = JSON.parse(formatJsonFeed(feedIn("/feed.json"), site)) as unknown
  expect(feed).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "All & sundry",
    description: "Of everything.",
    home_page_url: "https://example.org/blog/",
    feed_url: "https://example.org/blog/feed.json",
    language: "en-GB",
    authors: [{ name: "A & B", url: "https://example.org/blog/" }],
    items: [
      {
        id: "https://example.org/blog/posts/one/",
        url: "https://example.org/blog/posts/two/",
        title: "a < b & c ✔️",
        summary: "About <two>.",
        content_html: "<p>1 &lt; 2 ]]&gt;</p>",
        date_published: "2024-02-12T00:00:00Z",
        date_modified: "2024-03-01T00:00:00Z",
        tags: ["maths & more"],
        authors: [{ name: "A & B" }],
      },
    ],
  })
})

test("a post has one id in all formats, whichever address it has now", () => {
  const id = "https://example.org/blog/posts/one/"
  const [guid] = rss().document.getElementsByTagName("guid")
  expect(guid?.textContent).toBe(id)
  expect(guid?.getAttribute("isPermaLink")).toBe("false")
  expect(formatAtom(feedIn("/feed.xml"), site)).toContain(`<id>${id}</id>`)
})

test("a feed that is opened in a browser says what it is, and has styles", () => {
  for (const xml of [formatAtom(feedIn("/feed.xml"), site), formatRss(feedIn("/rss.xml"), site)]) {
    expect(xml).toContain('<?xml-stylesheet type="text/css" href="/blog/feed.css"?>')
    const [link] = parse(xml).getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "a")
    expect(link?.getAttribute("href")).toBe("https://example.org/blog/follow/")
  }
})
