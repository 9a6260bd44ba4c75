import { DOMParser, onErrorStopParsing, type Element } from "@xmldom/xmldom"
import { expect, test } from "vitest"
import type { Post } from "../model/post"
import { unnamedSite, type Site } from "../model/site"
import { firstAddressOf, formatAtom, type Feed } from "./atom"

const site: Site = {
  ...unnamedSite,
  name: "Partwise",
  description: "Writing in parts.",
  url: "https://example.org/blog",
  canonicalUrl: "https://example.org/blog",
  environment: "production",
  language: "en-GB",
  author: { name: "A & B", email: "a@example.org", links: [] },
  licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
}

const postOf = (slug: string, fields: Partial<Post> = {}): Post => ({
  slug,
  title: `Title of ${slug}`,
  description: `About ${slug}.`,
  date: "2024-01-01",
  tags: [],
  draft: false,
  aliases: [],
  authors: [],
  files: [],
  headings: [],
  labels: [],
  links: [],
  minutes: 5,
  ...fields,
})

const feedOf = (...posts: readonly Post[]): Feed => ({
  title: "All & sundry",
  description: "Of everything.",
  address: "/feed.xml",
  page: "/",
  entries: posts.map((post) => ({ post, html: `<p>${post.slug}</p>` })),
})

/** The root of a feed. @throws Error unless it is well-formed */
function parse(xml: string): Element {
  const parser = new DOMParser({ onError: onErrorStopParsing })
  const root = parser.parseFromString(xml, "application/xml").documentElement
  if (!root) throw new Error("Unexpected XML, expected an element")
  return root
}

const childrenOf = (element: Element, name: string) =>
  [...element.childNodes].filter((node): node is Element => node.nodeName === name)

/** The text of the only element of a name. */
function textOf(element: Element, name: string): string {
  const found = childrenOf(element, name)
  expect(found, name).toHaveLength(1)
  return found[0]?.textContent ?? ""
}

const linksOf = (element: Element) =>
  Object.fromEntries(
    childrenOf(element, "link").map((link) => [
      link.getAttribute("rel"),
      link.getAttribute("href"),
    ]),
  )

test("a feed says all that RFC 4287 asks for, of itself and of each post", () => {
  const posts = [
    postOf("b", { date: "2024-02-01", tags: ["deep learning", "maths & more"] }),
    postOf("a", { updated: "2024-03-01" }),
  ]
  const root = parse(formatAtom(feedOf(...posts), site))
  expect(root.namespaceURI).toBe("http://www.w3.org/2005/Atom")
  expect(root.getAttribute("xml:lang")).toBe("en-GB")
  expect(textOf(root, "id")).toBe("https://example.org/blog/feed.xml")
  expect(textOf(root, "title")).toBe("All & sundry")
  expect(textOf(root, "updated")).toBe("2024-03-01T00:00:00Z")
  expect(textOf(root, "rights")).toContain("A & B, CC BY 4.0")
  expect(linksOf(root)).toEqual({
    self: "https://example.org/blog/feed.xml",
    alternate: "https://example.org/blog/",
    license: "https://creativecommons.org/licenses/by/4.0/",
  })
  const [author] = childrenOf(root, "author")
  expect(author && textOf(author, "name")).toBe("A & B")

  const entries = childrenOf(root, "entry")
  expect(entries.map((entry) => textOf(entry, "title"))).toEqual(["Title of b", "Title of a"])
  const facts = entries.map((entry) => ["id", "published", "updated"].map((n) => textOf(entry, n)))
  expect(facts).toEqual([
    ["https://example.org/blog/posts/b/", "2024-02-01T00:00:00Z", "2024-02-01T00:00:00Z"],
    ["https://example.org/blog/posts/a/", "2024-01-01T00:00:00Z", "2024-03-01T00:00:00Z"],
  ])
  const [entry] = entries
  if (!entry) throw new Error("Unexpected feed, expected an entry")
  expect(linksOf(entry)["alternate"]).toBe("https://example.org/blog/posts/b/")
  expect(textOf(entry, "summary")).toBe("About b.")
  const terms = childrenOf(entry, "category").map((category) => category.getAttribute("term"))
  expect(terms).toEqual(["deep learning", "maths & more"])
})

test.each(["✔️ done", "a < b & c > d", "<b>bold</b> &amp;", "]]>", "\"quoted\" 'twice'"])(
  "%s is a title, a summary and a text as it is",
  (words) => {
    const post = postOf("a", { title: words, description: words, tags: [words] })
    const root = parse(formatAtom({ ...feedOf(), entries: [{ post, html: words }] }, site))
    const [entry] = childrenOf(root, "entry")
    if (!entry) throw new Error("Unexpected feed, expected an entry")
    const [title] = childrenOf(entry, "title")
    expect(title?.getAttribute("type")).toBe("text")
    expect(title?.textContent).toBe(words)
    expect(textOf(entry, "summary")).toBe(words)
    const [content] = childrenOf(entry, "content")
    expect(content?.getAttribute("type")).toBe("html")
    expect(content?.textContent).toBe(words)
    expect(childrenOf(entry, "category")[0]?.getAttribute("term")).toBe(words)
  },
)

test("no text ends a section that none began, or has a character that XML has no place for", () => {
  const xml = formatAtom(feedOf(postOf("a", { title: "a]]>b\u0008\uFFFEc" })), site)
  expect(xml).toContain(">a]]&gt;b\uFFFDc</title>")
})

test("the same content gives the same feed, on whatever day", () => {
  const feed = feedOf(postOf("a"))
  expect(formatAtom(feed, site)).toBe(formatAtom(structuredClone(feed), site))
  expect(formatAtom(feed, site)).not.toContain(String(new Date().getUTCFullYear()))
  expect(textOf(parse(formatAtom(feedOf(), site)), "updated")).toBe("1970-01-01T00:00:00Z")
})

test("a preview's feed leads about the preview, and names posts as the site does", () => {
  const preview = { ...site, url: "https://preview.example" }
  const root = parse(formatAtom(feedOf(postOf("a")), preview))
  const [entry] = childrenOf(root, "entry")
  expect(linksOf(root)["self"]).toBe("https://preview.example/feed.xml")
  expect(entry && textOf(entry, "id")).toBe("https://example.org/blog/posts/a/")
  expect(entry && linksOf(entry)["alternate"]).toBe("https://preview.example/posts/a/")
})

test("a site without a licence or an e-mail address says nothing of them", () => {
  const { licence: _licence, ...plain } = { ...site, author: { name: "A", links: [] } }
  const root = parse(formatAtom(feedOf(postOf("a")), plain))
  expect(childrenOf(root, "rights")).toEqual([])
  expect(root.getElementsByTagName("email").length).toBe(0)
})

test.each([
  ["its own, as long as it has not been moved", [], "/posts/now/"],
  ["the first that it had", ["/posts/a/", "/posts/b/"], "/posts/a/"],
  ["however it is written", ["/posts/été"], "/posts/%C3%A9t%C3%A9/"],
  ["not one of a former site", ["/2019/old.html", "/short/"], "/posts/now/"],
  ["also where a short one was added before", ["/short/", "/posts/a/"], "/posts/a/"],
])("a post is known by its address: %s", (_which, aliases, address) => {
  expect(firstAddressOf({ slug: "now", aliases })).toBe(address)
})
