import type { FeedRules } from "../mdx/feed"
import { calloutFeed } from "./callout/feed"
import { codeFeed } from "./code/feed"
import { componentFeed } from "./component/feed"
import { courseOutlineFeed } from "./course-outline/feed"
import { diagramFeed } from "./diagram/feed"
import { disclosureFeed } from "./disclosure/feed"
import { embedFeed } from "./embed/feed"
import { headingFeed } from "./heading/feed"
import { imageFeed } from "./image/feed"
import { linkFeed } from "./link/feed"
import { mathFeed } from "./math/feed"
import { mediaFeed } from "./media/feed"
import { noteFeed } from "./note/feed"
import { plainHtmlFeed } from "./plain-html/feed"
import { tableFeed } from "./table/feed"
import { tabsFeed } from "./tabs/feed"
import { taskFeed } from "./task/feed"

/** What becomes in feeds of all that is not as plain as a reader of feeds needs it. */
export const feedRules: FeedRules = {
  ...calloutFeed,
  ...codeFeed,
  ...componentFeed,
  ...courseOutlineFeed,
  ...diagramFeed,
  ...disclosureFeed,
  ...embedFeed,
  ...headingFeed,
  ...imageFeed,
  ...linkFeed,
  ...mathFeed,
  ...mediaFeed,
  ...noteFeed,
  ...plainHtmlFeed,
  ...tableFeed,
  ...tabsFeed,
  ...taskFeed,
}
