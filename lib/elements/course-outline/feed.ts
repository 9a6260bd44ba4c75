import { leadBack, type FeedRules } from "../../mdx/feed"

export const courseOutlineFeed: FeedRules = {
  ".CourseOutline": leadBack("See the outline of the course on the page of this post"),
}
