import type { Post } from "./post"
import { partsOf, type Series } from "./series"
import { senderOf, type Site } from "./site"

/**
 * What a site has published, for who tells readers of it: `/readers.json`, which is there where readers may
 * follow by mail. No draft, and nothing of a part to come but its number, is in it.
 */
export type Publications = {
  name: string
  /** The public address of the site, without a slash at its end. */
  url: string
  language: string
  /** From whom mails come: an address, which replies go to as well. */
  sender: string
  /** With the numbers of the parts that are announced. */
  series: readonly { id: string; title: string; planned: readonly number[] }[]
  posts: readonly {
    slug: string
    /** The slugs that it had before. */
    former: readonly string[]
    title: string
    description: string
    series?: string
    part?: number
  }[]
}

/**
 * @param posts all that the build shows; undefined where readers cannot follow by mail, and of a preview,
 *   whose posts nobody is to be told of
 */
export function publicationsOf(
  site: Site,
  series: readonly Series[],
  posts: readonly Post[],
): Publications | undefined {
  const sender = senderOf(site)
  if (sender === undefined || site.environment === "preview") return undefined
  return {
    name: site.name,
    url: site.url,
    language: site.language,
    sender,
    series: series.map((one) => ({
      id: one.id,
      title: one.title,
      planned: partsOf(one, posts).flatMap(({ post, number }) => (post ? [] : number)),
    })),
    posts: posts.map(({ slug, aliases, title, description, series, part }) => ({
      slug,
      former: aliases.flatMap((alias) => /^\/posts\/([^/]+)\/?$/.exec(alias)?.[1] ?? []),
      title,
      description,
      series,
      part,
    })),
  }
}
