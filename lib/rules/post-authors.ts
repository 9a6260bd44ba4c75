import { hasField, placeOf, type Documents } from "../model/documents"
import { suggestionOf } from "../model/nearest"
import { problemAt, type Problem } from "../model/problem"

/** Who a post says it is by, the site knows; and no two authors have one id. */
export function* authorsExist({ posts, site }: Documents): Generator<Problem> {
  const ids = new Set<string>()
  for (const [index, { id }] of (site?.data.authors ?? []).entries()) {
    if (!site || id === undefined) continue
    if (ids.has(id)) {
      const reason = `Unexpected id ${id}, expected one that no author above has`
      yield problemAt(site.file, placeOf(site, ["authors", index, "id"]), reason, "author-unknown")
    }
    ids.add(id)
  }
  for (const post of posts.values()) {
    for (const [index, id] of (post.data.authors ?? []).entries()) {
      if (id === null || ids.has(id)) continue
      const near = suggestionOf(id, ids)
      const reason = `Unexpected author ${id}, expected the id of one among authors in content/site.yaml${near}`
      yield problemAt(post.file, placeOf(post, ["authors", index]), reason, "author-unknown")
    }
  }
}

/** Mail to readers comes from somebody. */
export function* mailHasSender({ site }: Documents): Generator<Problem> {
  if (!site?.data.readers) return
  if (hasField(site, "readers.sender") || hasField(site, "author.email")) return // wrong ones are named
  const reason =
    "Unexpected readers without a sender, expected sender: in readers, or email: of the author"
  yield problemAt(site.file, placeOf(site, ["readers"]), reason, "mail-sender")
}
