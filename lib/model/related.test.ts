import { expect, test } from "vitest"
import { backlinksTo, relatedPosts } from "./related"

const told = (slug: string, title: string, fields: { tags?: string[]; series?: string } = {}) => ({
  slug,
  title,
  description: "A post.",
  tags: fields.tags ?? [],
  headings: [],
  series: fields.series,
})

const posts = [
  told("bread", "Bread from rye and water"),
  told("rye", "Rye, the grain of the north"),
  told("nets-1", "Networks of neurons", { series: "nets", tags: ["learning"] }),
  told("nets-2", "More networks of neurons", { series: "nets", tags: ["learning"] }),
  told("brain", "Neurons in brains", { tags: ["learning"] }),
  told("sea", "A week at sea"),
]

test("posts that share rare words are related, but not the parts of one series", () => {
  const related = relatedPosts(posts)
  expect(related("bread")).toEqual(["rye"])
  expect(related("nets-1")).toEqual(["brain"])
  expect(related("brain")).toHaveLength(2)
  expect(related("sea")).toEqual([])
  expect(related("none")).toEqual([])
})

test("the order in which posts come changes nothing", () => {
  const [one, other] = [relatedPosts(posts), relatedPosts(posts.toReversed())]
  for (const { slug } of posts) expect(other(slug)).toEqual(one(slug))
})

test("a post knows who leads to it", () => {
  const linking = (slug: string, links: string[], series?: string) => ({ slug, links, series })
  const own = linking("own", ["/posts/own/"], "nets")
  const others = [
    own,
    linking("a", ["/posts/own/", "/about/"]),
    linking("part", ["/posts/own/"], "nets"),
    linking("b", ["/posts/other/"]),
  ]
  expect(backlinksTo(own, others).map(({ slug }) => slug)).toEqual(["a"])
})
