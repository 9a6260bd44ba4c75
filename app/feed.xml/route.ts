import { feedAddress, homeAddress } from "@/lib/model/addresses"
import { posts, site } from "@/lib/site/read"
import { feedResponse } from "../feed-response"

export const dynamic = "force-static"

/** A feed is asked for again and again: it holds the newest posts, and the site the others. */
const newest = 20

export const GET = () =>
  feedResponse(
    { title: site.name, description: site.description, address: feedAddress, page: homeAddress },
    posts.slice(0, newest),
  )
