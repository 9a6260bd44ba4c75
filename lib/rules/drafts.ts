import {
  canonicalAddress,
  isWellEncoded,
  postAddress,
  seriesAddress,
  seriesFeedAddress,
} from "../model/addresses"
import { today } from "../model/dates"
import { problemAt, type Problem } from "../model/problem"
import { absenceOf } from "../model/visibility"
import { hasField, isUnread, type Documents, type PostSource } from "../model/documents"

/**
 * What readers see does not link to what they do not: a draft, a post of a day to come, or a series
 * that has no part for them yet.
 */
export function* draftLinks(documents: Documents): Generator<Problem> {
  const absent = absentIn(documents)
  if (absent.size === 0) return

  const shown = [...documents.posts.values()].filter((post) => !absenceIn(post))
  for (const { file, links } of [...shown, ...documents.pages.values()]) {
    for (const { url, place } of links) {
      const [path = ""] = url.split(/[?#]/, 1)
      if (!path.startsWith("/") || !isWellEncoded(path)) continue
      const expected = absent.get(canonicalAddress(path))
      if (expected === undefined) continue
      yield problemAt(file, place, `Unexpected link to ${path}, expected ${expected}`, "draft-link")
    }
  }
}

/** By the address of each document that readers do not see: what is expected of a link instead. */
function absentIn({ posts, series }: Documents): ReadonlyMap<string, string> {
  const absent = new Map<string, string>()
  const seen = new Set<string>()
  for (const [slug, post] of posts) {
    const absence = absenceIn(post)
    if (absence) {
      const what = absence === "draft" ? "draft" : `post of ${post.data.date}`
      absent.set(postAddress(slug), `a public post: ${post.file} is a ${what}`)
    } else if (post.data.series !== undefined) seen.add(post.data.series)
  }
  // A post of which nothing is known may be a part of any of them.
  if ([...posts.values()].some(isUncertain)) return absent
  for (const [id, { file }] of series) {
    if (seen.has(id)) continue
    const expected = `a series with a public part: ${file} has none`
    absent.set(seriesAddress(id), expected).set(seriesFeedAddress(id), expected)
  }
  return absent
}

const isUncertain = (post: PostSource) =>
  isUnread(post) || (hasField(post, "series") && post.data.series === undefined)

/** Why readers do not see a post, if they do not. */
export const absenceIn = ({ data: { draft = false, date } }: PostSource) =>
  absenceOf({ draft, date: date ?? "" }, today())
