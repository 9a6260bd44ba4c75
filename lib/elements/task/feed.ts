import { hasClass, type FeedRules } from "../../mdx/feed"

export const taskFeed: FeedRules = {
  ".task": (element) => [{ type: "text", value: hasClass(element, "task-done") ? "☑" : "☐" }],
}
