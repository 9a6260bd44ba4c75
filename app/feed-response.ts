import { notFound } from "next/navigation"
import { feedAddressOf, feedFiles, postAddress, type FeedFormat } from "@/lib/model/addresses"
import { feedTypes } from "@/lib/model/media-type"
import { formatAtom, type Entry, type Feed } from "@/lib/feed/atom"
import { feedHtml } from "@/lib/feed/html"
import { formatJsonFeed } from "@/lib/feed/json"
import { formatRss } from "@/lib/feed/rss"
import type { Post } from "@/lib/model/post"
import { readBody, site } from "@/lib/site/read"

/** A feed is asked for again and again: it holds the newest posts, and the site the others. */
export const newest = 20

const writers = { atom: formatAtom, rss: formatRss, json: formatJsonFeed }

/** The names of the files that a page's feeds are. */
export const feedNames = Object.values(feedFiles)

const formatNames = Object.keys(feedFiles) as FeedFormat[]

/**
 * A feed of posts, each with its whole text.
 *
 * @param name of its file, by which it has its format
 */
export async function feedResponse(
  feed: Omit<Feed, "entries" | "address">,
  posts: readonly Post[],
  name: string,
): Promise<Response> {
  const format = formatNames.find((one) => feedFiles[one] === name) ?? notFound()
  const entries = await Promise.all(
    posts.map(async (post): Promise<Entry> => ({ post, html: await htmlOf(post) })),
  )
  const whole = { ...feed, address: feedAddressOf(feed.page, format), entries }
  const headers = { "Content-Type": feedTypes[format] }
  return new Response(writers[format](whole, site), { headers })
}

/** Bodies as feeds have them: the same post is in those of the site, of its series and of its tags. */
const made = new Map<string, Promise<string>>()

function htmlOf({ slug }: Post): Promise<string> {
  const html = made.get(slug) ?? makeHtml(slug)
  made.set(slug, html)
  return html
}

const makeHtml = async (slug: string) =>
  feedHtml(await readBody("posts", slug), site.url + postAddress(slug), site.url)

/** The newest posts of the site. */
export const siteFeedResponse = (posts: readonly Post[], name: string) =>
  feedResponse(
    { title: site.name, description: site.description, page: "/" },
    posts.slice(0, newest),
    name,
  )
