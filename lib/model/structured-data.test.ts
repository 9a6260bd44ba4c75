import { expect, test } from "vitest"
import type { Post } from "./post"
import type { Series } from "./series"
import { unnamedSite, type Site } from "./site"
import type { Course } from "./course"
import { breadcrumbData, courseData, postData, seriesData } from "./structured-data"

const site: Site = {
  ...unnamedSite,
  name: "Partwise",
  url: "https://preview.example",
  canonicalUrl: "https://partwise.example",
  language: "en-GB",
  author: {
    name: "Ada",
    orcid: "0000-0002-1825-0097",
    links: [{ title: "A", url: "https://a.example" }],
  },
  licence: { name: "CC BY", url: "https://cc.example" },
}
const post = {
  slug: "two",
  title: "Two </script>",
  description: "The second part.",
  date: "2024-01-02",
  updated: "2024-02-03",
  tags: ["nets"],
  authors: [],
  part: 2,
  series: "nets",
} as unknown as Post
const series = {
  id: "nets",
  title: "Nets",
  description: "On nets.",
  planned: [],
} as unknown as Series

const course = {
  id: "dl",
  title: "DL",
  provider: "A school",
  instructor: "Eve",
  url: "https://school.example/dl",
  modules: [
    { slug: "one", title: "One", topics: [{ slug: "a", title: "A" }] },
    { slug: "two", title: "Two", topics: [] },
  ],
} as unknown as Course

test("a course has its modules in their order, each with what it teaches", () => {
  expect(courseData(course, "An outline.", site)).toMatchObject({
    "@type": "Course",
    url: "https://partwise.example/courses/dl/",
    description: "An outline.",
    provider: { name: "A school" },
    syllabusSections: [
      { "@id": "https://partwise.example/courses/dl/one/", position: 1, teaches: ["A"] },
      { "@id": "https://partwise.example/courses/dl/two/", position: 2, teaches: [] },
    ],
  })
})

test("a part says of itself what it is, whose, and which of which series, at its public address", () => {
  expect(postData(post, { series, course }, site)).toMatchObject({
    "@type": "BlogPosting",
    url: "https://partwise.example/posts/two/",
    datePublished: "2024-01-02",
    dateModified: "2024-02-03",
    inLanguage: "en-GB",
    position: 2,
    license: "https://cc.example",
    author: [
      { name: "Ada", sameAs: ["https://orcid.org/0000-0002-1825-0097", "https://a.example"] },
    ],
    about: { "@type": "Course", "@id": "https://partwise.example/courses/dl/", name: "DL" },
    isPartOf: { "@type": "CreativeWorkSeries", "@id": "https://partwise.example/series/nets/" },
  })
  const alone = postData({ ...post, lang: "de" }, {}, site)
  expect(alone).toMatchObject({ inLanguage: "de" })
  expect(alone).not.toHaveProperty("isPartOf")
  expect(alone).not.toHaveProperty("position")
  expect(JSON.parse(JSON.stringify(alone))).not.toHaveProperty("about")
})

test("the way to a part goes by its series", () => {
  const items = (own?: Series) => {
    const data = breadcrumbData(post, own, site) as unknown as {
      itemListElement: readonly { item: string; position: number }[]
    }
    return data.itemListElement.map(({ item, position }) => [position, item])
  }
  expect(items(series)).toEqual([
    [1, "https://partwise.example/"],
    [2, "https://partwise.example/series/nets/"],
    [3, "https://partwise.example/posts/two/"],
  ])
  expect(items()).toHaveLength(2)
})

test("a series names the parts that are there, and none that is to come", () => {
  const parts = [
    { number: 2, post, title: "Two" },
    { number: 3, title: "Three" },
  ]
  expect(seriesData({ series, parts }, site)["hasPart"]).toEqual([
    {
      "@type": "BlogPosting",
      "@id": "https://partwise.example/posts/two/",
      headline: "Two </script>",
      position: 2,
    },
  ])
})
