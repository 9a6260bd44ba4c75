import { notFound } from "next/navigation"
import { feedNames, feedResponse, newest } from "@/app/feed-response"
import { tagAddress } from "@/lib/model/addresses"
import { findTag, tagsOf } from "@/lib/model/tags"
import { wordsOf } from "@/lib/model/words/words"
import { posts, site } from "@/lib/site/read"

type Context = RouteContext<"/tags/[tag]/[feed]">

const words = wordsOf(site.language)

export const dynamic = "force-static"

export const generateStaticParams = () =>
  tagsOf(posts).flatMap(({ slug }) => feedNames.map((feed) => ({ tag: slug, feed })))

export async function GET(_request: Request, { params }: Context) {
  const { tag, feed } = await params
  const one = findTag(posts, tag) ?? notFound()
  const title = `${words.tagTitle(one.name)} · ${site.name}`
  const of = { title, description: words.tagLede(one.name), page: tagAddress(one.slug) }
  return feedResponse(of, one.posts.slice(0, newest), feed)
}
