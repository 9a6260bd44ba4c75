import {
  canonicalAddress,
  isWellEncoded,
  postAddress,
  seriesAddress,
  feedAddressOf,
} from "../model/addresses"
import { today, type Day } from "../model/dates"
import { problemAt, type Problem } from "../model/problem"
import { absenceOf } from "../model/visibility"
import { hasField, isUnread, type Documents, type PostSource } from "../model/documents"

/**
 * What readers see does not link to what they do not: a draft, a post of a day to come, or a series
 * that has no part for them yet. A post of a day to come is held to it as of that day: no build that
 * nobody watches shall fail then.
 */
export function* draftLinks(documents: Documents): Generator<Problem> {
  const { posts, pages } = documents
  const absent = absentIn(documents)
  if (absent.size === 0) return

  const day = today()
  const shown = [
    ...[...posts.values()]
      .filter(({ data }) => data.draft !== true)
      .map((post) => [post, post.data.date ?? day] as const),
    ...[...pages.values()].map((page) => [page, day] as const),
  ]
  for (const [{ file, links }, date] of shown) {
    const own = date > day ? date : day
    for (const { url, place } of links) {
      const [path = ""] = url.split(/[?#]/, 1)
      if (!path.startsWith("/") || !isWellEncoded(path)) continue
      const target = absent.get(canonicalAddress(path))
      if (!target || (target.from !== undefined && target.from <= own)) continue
      const then = own > day ? `, and this one of ${own}` : ""
      const reason = `Unexpected link to ${path}, expected ${target.expected}${then}`
      yield problemAt(file, place, reason, "draft-link")
    }
  }
}

/** Something that readers do not see yet. */
type Absent = {
  /** What is expected of a link instead. */
  expected: string
  /** The day from which they do; of what has only drafts, none. */
  from?: Day
}

/** All that readers do not see today, by its address. */
function absentIn({ posts, series }: Documents): ReadonlyMap<string, Absent> {
  const absent = new Map<string, Absent>()
  const firstDays = new Map<string, Day>()
  for (const [slug, post] of posts) {
    const { series: id, date, draft } = post.data
    const absence = absenceIn(post)
    if (absence) {
      const what = absence === "draft" ? "draft" : `post of ${date}`
      const expected = `a public post: ${post.file} is a ${what}`
      absent.set(postAddress(slug), { expected, from: absence === "draft" ? undefined : date })
    }
    const first = firstDays.get(id ?? "")
    if (id === undefined || draft === true) continue
    if (first === undefined || (date ?? "") < first) firstDays.set(id, date ?? "")
  }
  // A post of which nothing is known may be a part of any of them.
  if ([...posts.values()].some(isUncertain)) return absent
  const day = today()
  for (const [id, { file }] of series) {
    const from = firstDays.get(id)
    if (from !== undefined && from <= day) continue
    const one = { expected: `a series with a public part: ${file} has none`, from }
    absent.set(seriesAddress(id), one)
    for (const format of ["atom", "rss", "json"] as const)
      absent.set(feedAddressOf(seriesAddress(id), format), one)
  }
  return absent
}

const isUncertain = (post: PostSource) =>
  isUnread(post) || (hasField(post, "series") && post.data.series === undefined)

/** Why readers do not see a post, if they do not. */
export const absenceIn = ({ data: { draft = false, date } }: PostSource) =>
  absenceOf({ draft, date: date ?? "" }, today())
