import { label, unwrap, type FeedRules } from "../../mdx/feed"

export const disclosureFeed: FeedRules = { details: unwrap, summary: label }
