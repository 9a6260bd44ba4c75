import { expect, test } from "vitest"
import { sitePages, type Content } from "./site-pages"

const content: Content = {
  posts: [
    {
      slug: "b",
      title: "B",
      date: "2024-02-01",
      updated: "2024-03-01",
      tags: ["Nets", "nets", "vision"],
    },
    { slug: "été", title: "Été", date: "2024-01-01", tags: [] },
  ],
  series: [{ id: "nets", title: "Nets" }],
  courses: [
    { id: "deep", title: "Deep", modules: [{ slug: "vision", title: "Vision", topics: [] }] },
  ],
  glossary: [{}],
  pages: [{ slug: "about", title: "About" }],
  authors: [{ id: "ada", name: "Ada Lovelace" }],
}

test("every page is listed, a post with the last day its meaning changed", () => {
  expect(sitePages(content)).toEqual([
    { address: "/posts/b/", title: "B", day: "2024-03-01" },
    { address: "/posts/%C3%A9t%C3%A9/", title: "Été", day: "2024-01-01" },
    { address: "/series/nets/", title: "Nets" },
    { address: "/courses/deep/", title: "Deep" },
    { address: "/courses/deep/vision/", title: "Vision" },
    { address: "/glossary/", title: "Glossary" },
    { address: "/about/", title: "About" },
    { address: "/tags/nets/", title: "nets" },
    { address: "/tags/vision/", title: "vision" },
    { address: "/authors/ada/", title: "Ada Lovelace" },
  ])
})

test("a site without terms has no glossary", () => {
  const addresses = sitePages({ ...content, glossary: [] }).map(({ address }) => address)
  expect(addresses).not.toContain("/glossary/")
})
