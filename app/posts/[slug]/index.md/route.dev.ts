import { postOf } from "@/app/post-page"
import { markdownSourceOf, postMarkdown } from "@/lib/feed/markdown"
import { findPlace } from "@/lib/model/series"
import { posts, readBody, series, site } from "@/lib/site/read"

type Context = { params: Promise<{ slug: string }> }

export const dynamic = "force-dynamic"

/** Made when it is asked for: of a build, `lib/build/markdown.ts` writes them all. */
export async function GET(_request: Request, context: Context) {
  const post = await postOf(context)
  const body = await readBody("posts", post.slug)
  const source = markdownSourceOf(post, findPlace(post, series, posts), body, site)
  return new Response(postMarkdown(source), {
    headers: { "Content-Type": "text/markdown; charset=utf-8" },
  })
}
