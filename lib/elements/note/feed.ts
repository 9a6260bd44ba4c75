import { drop, type FeedRules } from "../../mdx/feed"

/** Notes beside the text stand in the list at its end as well. */
export const noteFeed: FeedRules = { ".note": drop, ".data-footnote-backref": drop }
