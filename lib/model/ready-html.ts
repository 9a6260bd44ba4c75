import { join } from "node:path"

/**
 * The element that stands in a page of a build for HTML that is ready: a body need not go through React
 * to reach its page. `lib/deliver` puts the HTML in its place.
 */
export const readyTag = "ready-html"

/** Where in `.partwise` the HTML of such an element is, by its `name` such as `posts/my-post/0`. */
export const readyFile = (folder: string, name: string) => join(folder, "bodies", `${name}.html`)
