import { canonicalAddress, isWellEncoded, postAddress } from "../model/addresses"
import { today } from "../model/dates"
import { problemAt, type Problem } from "../model/problem"
import { absenceOf } from "../model/visibility"
import type { Documents, PostSource } from "../model/documents"

/** What readers see does not link to what they do not: a draft, or a post of a day to come. */
export function* draftLinks({ posts, pages }: Documents): Generator<Problem> {
  const absent = new Map<string, PostSource>()
  for (const [slug, post] of posts) if (absenceIn(post)) absent.set(postAddress(slug), post)
  if (absent.size === 0) return

  const shown = [...posts.values()].filter((post) => !absenceIn(post))
  for (const { file, links } of [...shown, ...pages.values()]) {
    for (const { url, place } of links) {
      const [path = ""] = url.split(/[?#]/, 1)
      if (!path.startsWith("/") || !isWellEncoded(path)) continue
      const target = absent.get(canonicalAddress(path))
      if (!target) continue
      const what = absenceIn(target) === "draft" ? "draft" : `post of ${target.data.date}`
      const reason = `Unexpected link to ${path}, expected a public post: ${target.file} is a ${what}`
      yield problemAt(file, place, reason, "draft-link")
    }
  }
}

const absenceIn = ({ data: { draft = false, date } }: PostSource) =>
  absenceOf({ draft, date: date ?? "" }, today())
