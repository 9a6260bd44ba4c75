import { tagSlug } from "./addresses"
import type { Post } from "./post"

/** What posts are about, as the page of a tag lists them. */
export type Tag = { slug: string; name: string; posts: readonly Post[] }

/** The tags of posts, those of the most posts first; two that have one address have one page. */
export function tagsOf(posts: readonly Post[]): readonly Tag[] {
  const tags = new Map<string, { names: Set<string>; posts: Set<Post> }>()
  for (const post of posts) {
    for (const name of post.tags) {
      const slug = tagSlug(name)
      const tag = tags.get(slug) ?? { names: new Set(), posts: new Set() }
      tag.names.add(name)
      tag.posts.add(post)
      tags.set(slug, tag)
    }
  }
  return [...tags]
    .map(([slug, tag]) => ({ slug, name: [...tag.names].sort().join(", "), posts: [...tag.posts] }))
    .sort((a, b) => b.posts.length - a.posts.length || (a.slug < b.slug ? -1 : 1))
}

/** Finds a tag by its name in an address, percent-encoded or not. */
export function findTag(posts: readonly Post[], slug: string): Tag | undefined {
  const wanted = decodeURIComponent(slug).normalize("NFC")
  return tagsOf(posts).find((tag) => tag.slug === wanted)
}
