import { drop, keep, unwrap, type FeedRule, type FeedRules } from "../../mdx/feed"

const heading: FeedRule = (element, context) => {
  const { id } = element.properties
  if (typeof id === "string") context.section = context.absolute(`#${id}`)
  return keep(element, context)
}

export const headingFeed: FeedRules = {
  ".heading": unwrap,
  ".anchor": drop,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
}
