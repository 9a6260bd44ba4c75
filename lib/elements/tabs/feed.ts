import { drop, label, unwrap, type FeedRules } from "../../mdx/feed"

export const tabsFeed: FeedRules = { "tab-group": unwrap, ".tab-list": drop, ".tab-title": label }
