import { postAddress } from "@/lib/model/addresses"
import { readBody, site } from "@/lib/site/read"
import { formatAtom, type Entry, type Feed } from "@/lib/feed/atom"
import { feedHtml } from "@/lib/feed/html"
import type { Post } from "@/lib/model/post"

/** A feed of posts, each with its whole text. */
export async function feedResponse(
  feed: Omit<Feed, "entries">,
  posts: readonly Post[],
): Promise<Response> {
  const entries = await Promise.all(
    posts.map(async (post): Promise<Entry> => {
      const body = await readBody("posts", post.slug)
      return { post, html: feedHtml(body, site.url + postAddress(post.slug), site.url) }
    }),
  )
  return new Response(formatAtom({ ...feed, entries }, site), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8" },
  })
}
