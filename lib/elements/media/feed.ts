import { unwrap, type FeedRules } from "../../mdx/feed"

/** The link to the file that is in them. */
export const mediaFeed: FeedRules = { video: unwrap, audio: unwrap }
