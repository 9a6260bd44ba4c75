import { postAddress } from "./addresses"
import type { Post } from "./post"

type Told = Pick<Post, "slug" | "title" | "description" | "tags" | "headings" | "series">

/** How many are worth a look. */
const most = 3
/** How alike two posts are at least, from 0 to 1: below it, they share no more than a word or two. */
const least = 0.05
/** A word of more posts than this leads nowhere. */
const common = 200

/**
 * The posts that are most like each, the most like first: those whose titles, descriptions, headings and
 * tags share the rarest words (cosine of TF-IDF vectors). Parts of the same series, which lead to each
 * other already, are left out. The same posts give the same, in whatever order they come.
 *
 * @returns finds the slugs of those that are like the post of a slug
 */
export function relatedPosts(posts: readonly Told[]): (slug: string) => readonly string[] {
  const inOrder = posts.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  const counts = inOrder.map(wordCountsOf)
  const holders = new Map<string, number[]>()
  for (const [index, words] of counts.entries()) {
    for (const word of words.keys()) {
      const own = holders.get(word) ?? []
      holders.set(word, own)
      own.push(index)
    }
  }
  const weightOf = (word: string) => Math.log(inOrder.length / (holders.get(word)?.length ?? 1))
  const vectorOf = (index: number): ReadonlyMap<string, number> => {
    const known = vectors[index]
    if (known) return known
    const words = [...(counts[index] ?? [])]
    const weighed = words.map(([word, count]) => [word, count * weightOf(word)] as const)
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1
    return (vectors[index] = new Map(weighed.map(([word, weight]) => [word, weight / length])))
  }
  const vectors: ReadonlyMap<string, number>[] = []
  const places = new Map(inOrder.map(({ slug }, index) => [slug, index]))
  return (slug) => {
    const index = places.get(slug)
    const post = index === undefined ? undefined : inOrder[index]
    if (index === undefined || !post) return []
    const scores = new Map<number, number>()
    for (const [word, weight] of vectorOf(index)) {
      const others = holders.get(word) ?? []
      if (others.length > common) continue
      for (const other of others) {
        const share = weight * (vectorOf(other).get(word) ?? 0)
        scores.set(other, (scores.get(other) ?? 0) + share)
      }
    }
    const found = [...scores]
      .filter(([other, score]) => score >= least && !isNeighbour(post, inOrder[other]))
      .sort(([a, high], [b, low]) => low - high || a - b)
    return found.slice(0, most).flatMap(([other]) => inOrder[other]?.slug ?? [])
  }
}

const isNeighbour = (post: Told, other: Told | undefined) =>
  other === undefined ||
  post === other ||
  (post.series !== undefined && post.series === other.series)

/** Tags say most of what a post is about. */
function wordCountsOf({ title, description, tags, headings }: Told): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const count = (text: string, weight: number) => {
    for (const word of text
      .normalize("NFC")
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + weight)
    }
  }
  count(title, 3)
  count(description, 1)
  for (const tag of tags) count(tag, 3)
  for (const { text } of headings) count(text, 1)
  return counts
}

type Linking = Pick<Post, "slug" | "links" | "series">

/** The posts that lead to one, in the order in which they come, but for parts of the same series. */
export const backlinksTo = <Other extends Linking>(
  post: Linking,
  posts: readonly Other[],
): readonly Other[] =>
  posts.filter(
    ({ slug, links, series }) =>
      slug !== post.slug &&
      (series === undefined || series !== post.series) &&
      links.includes(postAddress(post.slug)),
  )
