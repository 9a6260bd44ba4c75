import { cacheKey } from "../cache/cache"
import { postAddress } from "../model/addresses"
import { outlineOf } from "../model/course"
import { today } from "../model/dates"
import type { Post } from "../model/post"
import { relatedPosts } from "../model/related"
import { findPlace } from "../model/series"
import type { Body } from "./entry"
import type { Index } from "./site-index"

/** Bodies of posts by their slugs, and what the works that they cite are made from. */
type Bodies = ReadonlyMap<string, Pick<Body, "hash" | "hasSlots" | "hasTags"> & { works: string }>

/**
 * Keys of the pages of posts, by their addresses: of all that `app/posts/[slug]` and the layout around it
 * make a page from, but for their code. A page whose key is that of an earlier build is the same.
 */
export function pageKeysOf(index: Index, bodies: Bodies): Readonly<Record<string, string>> {
  const { site, posts, pages, series, courses, references, glossary } = index
  const key = (value: unknown) => cacheKey(JSON.stringify(value) ?? "")
  const day = site.environment === "production" ? "" : today() // a preview says what is scheduled
  const frame = key([site, courses, pages, series.length > 0, glossary.length > 0, day])
  const names = [...posts, ...pages].map(({ slug, title, headings, labels, ...other }) => {
    const { shortTitle, series, part }: Partial<Post> = other
    return [slug, title, shortTitle, series, part, headings, labels]
  })
  const slots = key([names, glossary])
  const related = relatedPosts(posts)
  const titles = new Map(posts.map(({ slug, title, lang }) => [slug, [slug, title, lang]]))
  const outlines = key(courses.map((course) => outlineOf(course, posts, references, pages)))

  const backlinks = new Map<string, string[]>()
  for (const { slug, links } of posts) {
    for (const address of links) {
      const from = backlinks.get(address)
      if (from) from.push(slug)
      else backlinks.set(address, [slug])
    }
  }

  return Object.fromEntries(
    posts.map((post) => {
      const body = bodies.get(post.slug)
      const place = findPlace(post, series, posts)
      const parts = [
        frame,
        key([post, place]),
        key([
          related(post.slug).map((slug) => titles.get(slug)),
          (backlinks.get(postAddress(post.slug)) ?? []).map((slug) => titles.get(slug)),
        ]),
        body?.hash ?? "",
        body?.works ?? "",
        body?.hasSlots ? slots : "",
        body?.hasTags || place?.series.course !== undefined ? outlines : "",
      ]
      return [postAddress(post.slug), cacheKey(...parts)]
    }),
  )
}
