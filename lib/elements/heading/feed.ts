import { drop, keep, type FeedRule, type FeedRules } from "../../mdx/feed"

const heading: FeedRule = (element, context) => {
  const { id } = element.properties
  if (typeof id === "string") context.section = context.absolute(`#${id}`)
  return keep(element, context)
}

export const headingFeed: FeedRules = { ".anchor": drop, h2: heading, h3: heading, h4: heading }
