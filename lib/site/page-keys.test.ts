import { expect, test } from "vitest"
import type { Post } from "../model/post"
import { unnamedSite } from "../model/site"
import { pageKeysOf } from "./page-keys"
import type { Index } from "./site-index"

const post = (slug: string, change: Partial<Post> = {}): Post => ({
  slug,
  title: slug,
  description: "A post.",
  date: "2024-01-01",
  tags: [],
  draft: false,
  aliases: [],
  authors: [],
  files: [],
  headings: [],
  labels: [],
  links: [],
  minutes: 1,
  ...change,
})
const one = post("one", { series: "nets", part: 1 })
const two = post("two", { series: "nets", part: 2 })
const index: Index = {
  site: { ...unnamedSite, environment: "production" },
  posts: [one, two, post("alone"), post("linking"), post("outlining")],
  pages: [],
  series: [
    {
      id: "nets",
      title: "Nets",
      description: "About nets.",
      planned: [],
      book: false,
      scheduled: [],
    },
  ],
  courses: [],
  references: [],
  glossary: [],
}
const body = { hash: "a", works: "", hasSlots: false, hasTags: false }
const bodies = new Map([
  ["one", body],
  ["two", body],
  ["alone", body],
  ["linking", { ...body, hasSlots: true }],
  ["outlining", { ...body, hasTags: true }],
])
const before = pageKeysOf(index, bodies)

/** Slugs of the posts whose pages are made anew. */
const madeAnew = (change: Partial<Index>, changed: typeof bodies = bodies) =>
  Object.entries(pageKeysOf({ ...index, ...change }, changed))
    .filter(([address, key]) => before[address] !== key)
    // A post as Markdown is made from the same.
    .filter(([address]) => address.endsWith("/"))
    .map(([address]) => address.split("/")[2])

const all = ["one", "two", "alone", "linking", "outlining"]
const others = index.posts.slice(1)
const course = {
  id: "deep",
  title: "Deep",
  provider: "School",
  instructor: "Teacher",
  url: "https://example.com",
  modules: [],
}

test("the same is made of the same", () => {
  expect(madeAnew({})).toEqual([])
})

test.each<[string, Partial<Index>, readonly string[]]>([
  ["the text of no other post", { posts: [one, two, ...index.posts.slice(2)] }, []],
  [
    "a post of its own",
    { posts: [{ ...one, title: "New" }, ...others] },
    ["one", "two", "linking"],
  ],
  ["the number of a part", { posts: [{ ...one, part: 3 }, ...others] }, ["one", "two", "linking"]],
  ["reading time, for its series", { posts: [{ ...one, minutes: 9 }, ...others] }, ["one", "two"]],
  ["a term", { glossary: [{ id: "a", term: "a", definition: "A.", also: [], see: [] }] }, all],
  ["a course, in the header", { courses: [course] }, all],
  ["the name of the site", { site: { ...index.site, name: "Other" } }, all],
  [
    "a series",
    {
      series: [
        {
          id: "nets",
          title: "Other",
          description: "About nets.",
          planned: [],
          book: false,
          scheduled: [],
        },
      ],
    },
    ["one", "two"],
  ],
])("what a change of %s makes anew", (_what, change, anew) => {
  expect(madeAnew(change)).toEqual(anew)
})

test.each(["hash", "works"])("a body with another %s is a page of its own", (name) => {
  expect(madeAnew({}, new Map(bodies).set("alone", { ...body, [name]: "b" }))).toEqual(["alone"])
})
