import { afterEach, expect, test, vi } from "vitest"
import { unreadBody } from "../model/body"
import type { Documents, PostSource } from "../model/documents"
import type { Post } from "../model/post"
import {
  findPlace,
  findShownSeries,
  formatExtent,
  formatPlace,
  formatState,
  hasComing,
  partsOf,
  type Series,
} from "../model/series"
import { isVisible } from "../model/visibility"
import { partsCount } from "./series"
import { english } from "../model/words/en"

afterEach(() => vi.useRealTimers())

const days = ["2024-01-01", "2025-01-01", "2026-01-01"] as const
const environments = ["production", "preview", "development"] as const

/** Numbers below a bound that are the same at every run: Park and Miller's generator (1988). */
function dice(seed: number) {
  let now = seed
  return (bound: number) => (now = (now * 48_271) % 2_147_483_647) % bound
}

/** A series with some parts that are public, of a day to come, drafts, planned, or missing. */
function randomSeries(roll: (bound: number) => number) {
  const posts: Post[] = []
  const planned: { part: number; title: string }[] = []
  const size = roll(6)
  for (let part = 1; part <= size; part++) {
    const kind = roll(12)
    if (kind > 0) {
      const date = days[roll(3)] ?? days[0]
      const draft = kind > 8
      const title = `Secret ${part}`
      const other = {
        description: "",
        tags: [],
        aliases: [],
        authors: [],
        files: [],
        headings: [],
        labels: [],
        links: [],
      }
      posts.push({ ...other, slug: `p${part}`, title, date, draft, minutes: 1, series: "s", part })
    }
    if (roll(3) === 0) planned.push({ part, title: `Plan ${part}` })
  }
  const series: Series = {
    id: "s",
    title: "S",
    description: "",
    planned,
    book: false,
    scheduled: [],
  }
  return { series, posts }
}

const at = { line: 1, column: 1 }

function documentsOf(series: Series, posts: readonly Post[]): Documents {
  const sources = posts.map(({ slug, date, draft, part }): [string, PostSource] => [
    slug,
    {
      ...unreadBody,
      file: `${slug}/index.mdx`,
      data: { date, draft, part, series: "s" },
      places: { "": at, series: at, part: at },
    },
  ])
  const fields = { title: series.title, planned: [...series.planned] }
  const source = { file: "s.yaml", data: fields, places: { "": at, title: at, planned: at } }
  return {
    posts: new Map(sources),
    pages: new Map(),
    series: new Map([["s", source]]),
    courses: new Map(),
    images: new Set(),
    files: new Set(),
    publicFiles: new Set(),
  }
}

function isSound(series: Series, posts: readonly Post[], day: string): boolean {
  vi.setSystemTime(`${day}T12:00:00Z`)
  const problems = [...partsCount(documentsOf(series, posts))]
  return problems.every(({ severity }) => severity === "warning")
}

test("whatever is sound counts 1, 2, 3, …, everywhere and on every day", () => {
  vi.useFakeTimers()
  const roll = dice(2_026)
  let sound = 0
  for (let round = 0; round < 3_000; round++) {
    const { series, posts } = randomSeries(roll)
    const story = JSON.stringify({ posts, planned: series.planned })
    const answers = new Set(days.map((day) => isSound(series, posts, day)))
    expect(answers.size, `the same on every day: ${story}`).toBe(1)
    if (answers.has(false)) continue
    sound++
    for (const environment of environments) {
      for (const day of days) expectWhole(series, posts, { environment, day }, story)
    }
  }
  expect(sound).toBeGreaterThan(1_000)
})

function expectWhole(
  series: Series,
  posts: readonly Post[],
  view: Parameters<typeof isVisible>[1],
  story: string,
) {
  const visible = posts.filter((post) => isVisible(post, view))
  const hidden = posts.filter((post) => !visible.includes(post))
  const shown = findShownSeries(series, posts, view)
  if (!shown) {
    expect(visible, story).toEqual([])
    return
  }
  if (view.environment === "production") expect(visible.length, story).toBeGreaterThan(0)

  const parts = partsOf(shown, visible)
  const count = parts.length
  expect(
    parts.map(({ number }) => number),
    story,
  ).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  expect(formatExtent(parts, english)).toContain(
    count === 0 ? "without" : count === 1 ? "one" : `${count} `,
  )

  const isAll = visible.length === count && visible.every((post) => !post.draft)
  const isPublic = visible.every(({ date }) => date <= view.day)
  expect(formatState(parts, view.day, english) === "Complete", story).toBe(
    count > 0 && isAll && isPublic,
  )
  expect(hasComing(parts)).toBe(visible.length < count)
  for (const { title } of hidden) expect(JSON.stringify([shown, parts])).not.toContain(title)

  const places = visible.map((post) => findPlace(post, [shown], visible))
  for (const place of places) {
    expect(place && formatPlace(place, english)).toBe(`Part ${place?.number} of ${count}`)
    const isLast = !visible.some(({ part }) => part !== undefined && part > (place?.number ?? 0))
    expect(place?.next === undefined, story).toBe(isLast)
    if (!isLast || place?.number === count) expect(place?.coming).toBeUndefined()
    else expect(place?.coming?.number).toBe((place?.number ?? 0) + 1)
  }
}
