import { join } from "node:path"

/**
 * The element that stands in a page of a build for HTML that is ready: a body need not go through React
 * to reach its page. `lib/deliver` puts the HTML in its place.
 */
export const readyTag = "ready-html"

/** Where a build keeps the HTML of such an element, by its `name` such as `posts/my-post/0`. */
export const readyFile = (root: string, name: string) =>
  join(root, ".partwise/bodies", `${name}.html`)
