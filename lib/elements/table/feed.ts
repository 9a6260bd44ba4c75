import { unwrap, type FeedRules } from "../../mdx/feed"

export const tableFeed: FeedRules = { ".scroll": unwrap }
