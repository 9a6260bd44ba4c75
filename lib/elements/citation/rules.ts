import { suggestionOf } from "../../model/nearest"
import { problemAt, type Problem } from "../../model/problem"
import type { Documents } from "../../model/documents"

/** What is cited is in the bibliography. */
export function* citationsExist({ posts, pages, references }: Documents): Generator<Problem> {
  if (!references) return
  for (const { file, cites } of [...posts.values(), ...pages.values()]) {
    for (const { name: key, place } of cites) {
      if (references.has(key)) continue
      const near = suggestionOf(key, references)
      const reason = `Unexpected citation @${key}, expected a key of content/references.bib, or \\@ for the sign itself${near}`
      yield problemAt(file, place, reason, "citation-unknown")
    }
  }
}
