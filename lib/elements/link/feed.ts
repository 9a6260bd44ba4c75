import { h } from "hastscript"
import { unwrap, type FeedRules } from "../../mdx/feed"

export const linkFeed: FeedRules = {
  a(element, context) {
    const { href, title, lang } = element.properties
    if (typeof href !== "string") return unwrap(element, context)
    return [h("a", { href: context.absolute(href), title, lang }, context.rewrite(element))]
  },
}
