import { notFound } from "next/navigation"
import { feedNames, feedResponse } from "@/app/feed-response"
import { seriesAddress } from "@/lib/model/addresses"
import { findSeries, posts, series, site } from "@/lib/site/read"
import { publishedParts } from "@/lib/model/series"

type Context = RouteContext<"/series/[id]/[feed]">

export const dynamic = "force-static"

export const generateStaticParams = () =>
  series.flatMap(({ id }) => feedNames.map((feed) => ({ id, feed })))

/** All parts of a series, so that a reader who begins late has the first. */
export async function GET(_request: Request, { params }: Context) {
  const { id, feed } = await params
  const one = findSeries(decodeURIComponent(id)) ?? notFound()
  const { title, description } = one
  const of = { title: `${title} · ${site.name}`, description, page: seriesAddress(one.id) }
  return feedResponse(of, publishedParts(one, posts), feed)
}
