import { expect, test } from "vitest"
import { modulesCoveredBy, outlineOf, passagesShownBy, type Course } from "./course"
import type { Post } from "./post"

const postOf = (slug: string): Post => ({
  slug,
  title: slug,
  description: "",
  date: "2024-01-01",
  tags: [],
  draft: false,
  aliases: [],
  authors: [],
  files: [],
  headings: [{ depth: 2, id: "layers", text: "Layers and units" }],
  labels: [],
  links: [],
  minutes: 5,
})
const topic = (slug: string, fields = {}) => ({ slug, title: slug, papers: [], ...fields })
const course: Course = {
  id: "deep",
  title: "Deep",
  provider: "School",
  instructor: "Teacher",
  url: "https://example.com",
  modules: [
    {
      slug: "basics",
      title: "Basics",
      topics: [
        topic("a", { post: "one", heading: "layers", papers: ["x1969", "nobody", "y1970"] }),
        topic("b", { post: "сеть", figure: "gate" }),
        topic("c", { post: "one", heading: "deeper", figure: "gate" }),
      ],
    },
    {
      slug: "vision",
      title: "Vision",
      topics: [topic("e", { post: "hidden", heading: "layers" })],
    },
  ],
}
const references = [
  { key: "y1970", label: "Y, 1970", title: "Y", html: "Y" },
  { key: "x1969", label: "X, 1969", title: "X", html: "X" },
]
const [one, net] = [postOf("one"), postOf("сеть")]
const pages = [{ slug: "figures/gate", title: "A gate" }]
const outline = outlineOf(course, [net, one], references, pages)

test("modules are numbered in their order, and know the posts that cover them, once each", () => {
  expect(outline.modules.map(({ number, slug, posts }) => [number, slug, posts])).toEqual([
    [1, "basics", [one, net]],
    [2, "vision", []],
  ])
})

test("a topic leads to its passage and its papers, in the order given", () => {
  const [first] = outline.modules[0]?.topics ?? []
  expect(first?.passage).toEqual({
    post: one,
    href: "/posts/one/#layers",
    heading: "Layers and units",
  })
  expect(first?.papers.map(({ label }) => label)).toEqual(["X, 1969", "Y, 1970"])
})

test("a topic without a heading leads to its post; one of a lower heading has no text for it", () => {
  const passages = outline.modules[0]?.topics.map(({ passage }) => passage)
  expect(passages?.[1]).toEqual({ post: net, href: "/posts/%D1%81%D0%B5%D1%82%D1%8C/" })
  expect(passages?.[2]).toEqual({ post: one, href: "/posts/one/#deeper", heading: undefined })
})

test("a topic whose post this build does not show stands there without a passage", () => {
  expect(outline.modules[1]?.topics).toEqual([
    { slug: "e", title: "e", papers: [], passage: undefined },
  ])
})

test("topics lead to the figure that shows them, and it to their passages", () => {
  const figures = outline.modules[0]?.topics.map(({ figure }) => figure)
  expect(figures).toEqual([
    undefined,
    { href: "/figures/gate/", title: "A gate" },
    { href: "/figures/gate/", title: "A gate" },
  ])
  expect(passagesShownBy([outline, outline], "/figures/gate/").map(({ href }) => href)).toEqual([
    "/posts/%D1%81%D0%B5%D1%82%D1%8C/",
    "/posts/one/#deeper",
  ])
  expect(passagesShownBy([outline], "/figures/other/")).toEqual([])
})

test("the modules that a post covers", () => {
  expect(modulesCoveredBy(outline, "one").map(({ slug }) => slug)).toEqual(["basics"])
  expect(modulesCoveredBy(outline, "hidden")).toEqual([])
})
