import type { Day } from "./dates"
import type { Written } from "./field"
import type { Post } from "./post"
import type { seriesSchema } from "./schema"
import { absenceOf, isVisible, type SiteEnvironment } from "./visibility"
import type { Words } from "./words/words"

export type Series = Written<typeof seriesSchema> & {
  id: string
  /** The numbers of parts whose day is to come, where a build does not show them. */
  scheduled: readonly number[]
}

/** A place in a series: a post to read, or one to come. */
export type Part = WrittenPart | ComingPart
export type WrittenPart = { number: number; post: Post; title: string }
/** It has a title if it is announced. */
export type ComingPart = { number: number; post?: undefined; title?: string }

/** Where a post stands in its series. */
export type Place = {
  series: Series
  parts: readonly Part[]
  number: number
  /** The nearest written parts on both sides. */
  previous?: WrittenPart
  next?: WrittenPart
  /** Where no written part follows: the first of those to come. */
  coming?: ComingPart
}

/**
 * A series as a build shows it. Production shows one that has a part to read, and of parts whose day
 * is to come that there are such; preview and development show every series, and all posts in it.
 *
 * @param posts all of them, also those that the build does not show
 */
export function findShownSeries(
  series: Series,
  posts: readonly Post[],
  view: { environment: SiteEnvironment; day: Day },
): Series | undefined {
  if (view.environment !== "production") return series
  const own = posts.filter((post) => post.series === series.id)
  if (!own.some((post) => isVisible(post, view))) return undefined
  const scheduled = own.filter((post) => absenceOf(post, view.day) === "scheduled")
  return { ...series, scheduled: scheduled.flatMap(({ part }) => part ?? []) }
}

/**
 * The parts of a series in their order. Number and title of a part that is not there for this
 * reader, announced or still a draft, come from the announcement.
 */
export function partsOf(series: Series, posts: readonly Post[]): readonly Part[] {
  const parts = new Map<number, Part>()
  for (const number of series.scheduled) parts.set(number, { number })
  for (const { part, title } of series.planned) parts.set(part, { number: part, title })
  for (const post of posts) {
    const { part } = post
    if (post.series !== series.id || part === undefined) continue
    parts.set(part, { number: part, post, title: post.shortTitle ?? post.title })
  }
  return [...parts.values()].sort((a, b) => a.number - b.number)
}

const isWritten = (part: Part): part is WrittenPart => part.post !== undefined

/** The parts that are there to read. */
export const writtenParts = (parts: readonly Part[]): readonly WrittenPart[] =>
  parts.filter(isWritten)

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
  const written = writtenParts(parts)
  const following = parts.filter((part) => part.number > number)
  const next = following.find(isWritten)
  const coming = next ? undefined : following.find((part): part is ComingPart => !isWritten(part))
  return {
    series,
    parts,
    number,
    previous: written.findLast((part) => part.number < number),
    next,
    coming,
  }
}

/** The posts of a series in the order in which they were published; of the same day, as numbered. */
export const publishedParts = (series: Series, posts: readonly Post[]): readonly Post[] =>
  writtenParts(partsOf(series, posts))
    .map(({ post }) => post)
    .sort((a, b) => a.date.localeCompare(b.date))

/** Reading time of all the parts that are written, in minutes. */
export const minutesOf = (parts: readonly Part[]) =>
  parts.reduce((sum, { post }) => sum + (post?.minutes ?? 0), 0)

/** How many parts a series has, those to come among them. */
const countOf = (parts: readonly Part[]) => parts.at(-1)?.number ?? 0

/** "Part 2 of 3". */
export const formatPlace = ({ number, parts }: Pick<Place, "number" | "parts">, words: Words) =>
  words.partOf(number, countOf(parts))

/** "Nets, Part 2 of 3", which tells a part from others of one title; "Nets – Part 2" says half of it. */
export const formatPartTitle = (
  title: string,
  place: Pick<Place, "number" | "parts">,
  words: Words,
) =>
  title.toLowerCase().endsWith(words.part(place.number).toLowerCase())
    ? words.titleOf(title, countOf(place.parts))
    : `${title}, ${formatPlace(place, words)}`

/** "Series in 3 parts". */
export const formatExtent = (parts: readonly Part[], words: Words): string =>
  words.extent(countOf(parts))

/** "Complete", or how many of the parts readers have on a day. */
export function formatState(parts: readonly Part[], day: Day, words: Words): string {
  const count = countOf(parts)
  const published = parts.filter(({ post }) => post && !absenceOf(post, day)).length
  if (published === 0) return words.nothingPublished
  return published === count ? words.complete : words.published(published, count)
}

/** Whether parts are to come: announced, or of a day to come. */
export const hasComing = (parts: readonly Part[]) => !parts.every(isWritten)

/** What a part to come is called: one that is only announced may never be. */
export const formatComing = ({ title }: ComingPart, words: Words) =>
  title === undefined ? words.toCome : words.planned
