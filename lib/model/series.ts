import type { Written } from "./field"
import type { Post } from "./post"
import type { seriesSchema } from "./schema"

export type Series = Written<typeof seriesSchema> & { id: string }

/** A place in a series: a post to read, or an announcement. */
export type Part = { number: number; post?: Post; title: string }

/** Where a post stands in its series. */
export type Place = {
  series: Series
  parts: readonly Part[]
  number: number
  /** The nearest written parts on both sides. */
  previous?: Part
  next?: Part
}

/**
 * The parts of a series in their order. Number and title of a part that is not there for this
 * reader, announced or still a draft, come from the announcement.
 */
export function partsOf(series: Series, posts: readonly Post[]): readonly Part[] {
  const written = posts
    .filter((post) => post.series === series.id && post.part !== undefined)
    .map((post): Part => ({ number: post.part ?? 0, post, title: post.shortTitle ?? post.title }))
  const numbers = new Set(written.map(({ number }) => number))
  const announced = series.planned
    .filter(({ part }) => !numbers.has(part))
    .map(({ part, title }): Part => ({ number: part, title }))
  return [...written, ...announced].sort((a, b) => a.number - b.number)
}

/** The place of a post in its series, if it is a part of one. */
export function findPlace(
  post: Post,
  allSeries: readonly Series[],
  posts: readonly Post[],
): Place | undefined {
  const series = allSeries.find(({ id }) => id === post.series)
  if (!series || post.part === undefined) return undefined

  const number = post.part
  const parts = partsOf(series, posts)
  const written = parts.filter((part) => part.post)
  return {
    series,
    parts,
    number,
    previous: written.findLast((part) => part.number < number),
    next: written.find((part) => part.number > number),
  }
}

/** The posts of a series in the order in which they were published; of the same day, as numbered. */
export const publishedParts = (series: Series, posts: readonly Post[]): readonly Post[] =>
  partsOf(series, posts)
    .flatMap(({ post }) => post ?? [])
    .sort((a, b) => a.date.localeCompare(b.date))

/** Reading time of all the parts that are written, in minutes. */
export const minutesOf = (parts: readonly Part[]) =>
  parts.reduce((sum, { post }) => sum + (post?.minutes ?? 0), 0)
