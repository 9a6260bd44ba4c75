import { keep, unwrap, type FeedRules } from "../../mdx/feed"

export const plainHtmlFeed: FeedRules = {
  span(element, context) {
    const { lang, dir } = element.properties
    return lang === undefined && dir === undefined
      ? unwrap(element, context)
      : keep(element, context)
  },
}
