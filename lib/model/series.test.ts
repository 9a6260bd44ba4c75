import { expect, test } from "vitest"
import type { Post } from "./post"
import {
  findPlace,
  findShownSeries,
  formatExtent,
  formatPartTitle,
  formatPlace,
  formatState,
  hasComing,
  minutesOf,
  partsOf,
  publishedParts,
  type Series,
} from "./series"
import { english } from "./words/en"

const postOf = (slug: string, fields: Partial<Post> = {}): Post => ({
  slug,
  title: `Title of ${slug}`,
  description: "",
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
const partOf = (series: string, part: number, fields: Partial<Post> = {}) =>
  postOf(`${series}-${part}`, { series, part, ...fields })

const nets: Series = {
  id: "nets",
  title: "Nets",
  description: "",
  planned: [],
  book: false,
  scheduled: [],
}
const outlineOf = (series: Series, posts: readonly Post[]) =>
  partsOf(series, posts).map(({ number, post, title }) => [number, post?.slug, title])

test("parts stand by their numbers, not by their dates, and under their short titles", () => {
  const posts = [
    partOf("nets", 10, { date: "2024-01-01" }),
    partOf("nets", 2, { date: "2024-03-01", shortTitle: "Short" }),
    partOf("nets", 1, { date: "2024-02-01" }),
    partOf("trees", 3),
    postOf("alone"),
  ]
  expect(outlineOf(nets, posts)).toEqual([
    [1, "nets-1", "Title of nets-1"],
    [2, "nets-2", "Short"],
    [10, "nets-10", "Title of nets-10"],
  ])
})

test("planned parts stand between the written ones", () => {
  const series = {
    ...nets,
    planned: [
      { part: 4, title: "Four" },
      { part: 2, title: "Two" },
    ],
  }
  expect(outlineOf(series, [partOf("nets", 3), partOf("nets", 1)])).toEqual([
    [1, "nets-1", "Title of nets-1"],
    [2, undefined, "Two"],
    [3, "nets-3", "Title of nets-3"],
    [4, undefined, "Four"],
  ])
})

test("a draft that is planned too is itself where it is shown, its announcement where it is not", () => {
  const series = { ...nets, planned: [{ part: 2, title: "Two" }] }
  const first = partOf("nets", 1)
  expect(outlineOf(series, [first, partOf("nets", 2, { draft: true })])).toEqual([
    [1, "nets-1", "Title of nets-1"],
    [2, "nets-2", "Title of nets-2"],
  ])
  expect(outlineOf(series, [first])).toEqual([
    [1, "nets-1", "Title of nets-1"],
    [2, undefined, "Two"],
  ])
})

test("previous and next are the nearest written parts, by number", () => {
  const series = { ...nets, planned: [{ part: 3, title: "Three" }] }
  const [one, two, four] = [
    partOf("nets", 1, { date: "2024-12-01" }),
    partOf("nets", 2, { date: "2024-01-01" }),
    partOf("nets", 4, { date: "2024-06-01" }),
  ]
  const around = (post: Post) => {
    const place = findPlace(post, [series], [four, two, one])
    return [place?.previous?.number, place?.number, place?.next?.number]
  }
  expect(around(one)).toEqual([undefined, 1, 2])
  expect(around(two)).toEqual([1, 2, 4])
  expect(around(four)).toEqual([2, 4, undefined])
})

test("a post outside a series has no place", () => {
  const posts = [partOf("nets", 1)]
  expect(findPlace(postOf("alone"), [nets], posts)).toBeUndefined()
  expect(findPlace(postOf("lost", { series: "nets" }), [nets], posts)).toBeUndefined()
  expect(findPlace(partOf("trees", 1), [nets], posts)).toBeUndefined()
})

test("only written parts take time", () => {
  const series = { ...nets, planned: [{ part: 3, title: "Three" }] }
  const parts = partsOf(series, [
    partOf("nets", 1, { minutes: 4 }),
    partOf("nets", 2, { minutes: 7 }),
  ])
  expect(minutesOf(parts)).toBe(11)
})

test("parts are published in the order of their days, and of one day in that of their numbers", () => {
  const posts = [
    partOf("nets", 1, { date: "2024-02-01" }),
    partOf("nets", 3),
    partOf("nets", 2),
    partOf("trees", 1),
  ]
  const series = { ...nets, planned: [{ part: 4, title: "Four" }] }
  expect(publishedParts(series, posts).map(({ slug }) => slug)).toEqual([
    "nets-2",
    "nets-3",
    "nets-1",
  ])
})

test.each<[string, readonly Post[], Partial<Series>, string, string, string]>([
  ["nothing", [], {}, "2024-06-01", "Series without parts", "Nothing published yet"],
  ["one part", [partOf("nets", 1)], {}, "2024-06-01", "Series in one part", "Complete"],
  [
    "a part that is announced",
    [partOf("nets", 1)],
    { planned: [{ part: 2, title: "Two" }] },
    "2024-06-01",
    "Series in 2 parts",
    "1 of 2 parts published",
  ],
  [
    "a part of a day to come",
    [partOf("nets", 1), partOf("nets", 2, { date: "2025-01-01" }), partOf("nets", 3)],
    {},
    "2024-06-01",
    "Series in 3 parts",
    "2 of 3 parts published",
  ],
  [
    "the same, once its day has come",
    [partOf("nets", 1), partOf("nets", 2, { date: "2025-01-01" }), partOf("nets", 3)],
    {},
    "2025-01-01",
    "Series in 3 parts",
    "Complete",
  ],
])("what is said of a series with %s", (_what, posts, fields, day, extent, state) => {
  const series = { ...nets, ...fields }
  for (const environment of ["production", "preview"] as const) {
    const shown = findShownSeries(series, posts, { environment, day }) ?? series
    const visible = posts.filter((post) => environment !== "production" || post.date <= day)
    const parts = partsOf(shown, visible)
    expect([formatExtent(parts, english), formatState(parts, day, english)]).toEqual([
      extent,
      state,
    ])
  }
})

test.each([
  ["Nets", "Nets, Part 2 of 3"],
  ["Nets – Part 2", "Nets – Part 2 of 3"],
  ["Nets, part 2", "Nets, part 2 of 3"],
  ["Nets – Part 12", "Nets – Part 12, Part 2 of 3"],
])("a part with the title %s is %s", (title, whole) => {
  expect(formatPartTitle(title, { number: 2, parts: [{ number: 3 }] }, english)).toBe(whole)
})

test("a series without a part to read is none for readers", () => {
  const posts = [partOf("nets", 1, { draft: true }), partOf("nets", 2, { date: "2025-01-01" })]
  const seen = (environment: "production" | "preview" | "development", day: string) =>
    findShownSeries(nets, posts, { environment, day }) !== undefined
  expect(seen("production", "2024-06-01")).toBe(false)
  expect(seen("production", "2025-01-01")).toBe(true)
  expect(seen("preview", "2024-06-01")).toBe(true)
  expect(seen("development", "2024-06-01")).toBe(true)
})

test("what follows the last part to read is the first that is to come", () => {
  const series = { ...nets, planned: [{ part: 3, title: "Three" }], scheduled: [2] }
  const first = partOf("nets", 1)
  const place = findPlace(first, [series], [first])
  expect(place?.next).toBeUndefined()
  expect(place?.coming).toEqual({ number: 2 })
  expect(place && formatPlace(place, english)).toBe("Part 1 of 3")
  expect(hasComing(place?.parts ?? [])).toBe(true)
})
