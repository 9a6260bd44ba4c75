import { problemAt, type Problem } from "../model/problem"
import { placeOf, type Documents } from "../model/documents"

/** A subject has one tag: "deep learning" and "deep-learning" would be two lists of posts. */
export function* tagsAgree({ posts }: Documents): Generator<Problem> {
  const spellings = new Map<string, Map<string, number>>()
  const tagsOf = [...posts.values()].map((post) => ({
    ...post,
    tags: (post.data.tags ?? []).flatMap((tag, index) => (tag === null ? [] : { tag, index })),
  }))
  for (const { tags } of tagsOf) {
    for (const { tag } of tags) {
      const counts = spellings.get(subjectOf(tag)) ?? new Map<string, number>()
      spellings.set(subjectOf(tag), counts.set(tag, (counts.get(tag) ?? 0) + 1))
    }
  }
  for (const post of tagsOf) {
    const { file, tags } = post
    const before = new Set<string>()
    for (const { tag, index } of tags) {
      if (before.has(tag)) {
        const reason = `Unexpected tag ${tag} again, expected each once`
        yield problemAt(file, placeOf(post, ["tags", index]), reason, "tag-twice")
      }
      before.add(tag)
      const [first] = [...(spellings.get(subjectOf(tag)) ?? [])].sort(byUse)
      const usual = first?.[0]
      if (usual === undefined || usual === tag) continue
      const reason = `Unexpected tag ${tag}, expected ${usual}, as other posts write it`
      yield problemAt(file, placeOf(post, ["tags", index]), reason, "tag-twice")
    }
  }
}

const subjectOf = (tag: string) =>
  tag
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "")

/** The one most posts have; of two that as many have, the first of the alphabet. */
const byUse = ([a, m]: readonly [string, number], [b, n]: readonly [string, number]) =>
  n - m || (a < b ? -1 : 1)
