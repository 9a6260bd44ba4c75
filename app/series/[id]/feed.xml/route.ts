import { notFound } from "next/navigation"
import { feedResponse } from "@/app/feed-response"
import { seriesAddress, seriesFeedAddress } from "@/lib/model/addresses"
import { findSeries, posts, series, site } from "@/lib/site/read"
import { publishedParts } from "@/lib/model/series"

type Context = RouteContext<"/series/[id]/feed.xml">

export const dynamic = "force-static"

export const generateStaticParams = () => series.map(({ id }) => ({ id }))

/** All parts of a series, so that a reader who begins late has the first. */
export async function GET(_request: Request, { params }: Context) {
  const { id } = await params
  const one = findSeries(decodeURIComponent(id)) ?? notFound()
  const feed = {
    title: `${one.title} · ${site.name}`,
    description: one.description,
    address: seriesFeedAddress(one.id),
    page: seriesAddress(one.id),
  }
  return feedResponse(feed, publishedParts(one, posts))
}
