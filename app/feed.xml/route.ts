import { feedFiles } from "@/lib/model/addresses"
import { posts } from "@/lib/site/read"
import { siteFeedResponse } from "../feed-response"

export const dynamic = "force-static"

export const GET = () => siteFeedResponse(posts, feedFiles.atom)
