import type { FeedRules } from "../../mdx/feed"
import { unwrap } from "../../mdx/feed"

/** A link with its words; the host is in its address. */
export const embedFeed: FeedRules = { ".embed-title": unwrap, ".embed-host": unwrap }
