import { label, renamed, unwrap, type FeedRules } from "../../mdx/feed"

export const calloutFeed: FeedRules = {
  ".callout": renamed("blockquote"),
  ".callout-title": label,
  ".sr-only": unwrap,
}
