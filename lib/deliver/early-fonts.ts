import { isTag, type Tag, type Token } from "./html"

/** Elements that are in italics, or may be. */
const italic = ["em", "i", "cite", "dfn", "var", "address", "blockquote"]

/** What a page has to hold for one of these fonts to be asked for early: Next.js has every page ask. */
const users: Readonly<Record<string, readonly string[]>> = {
  math: ["math"],
  serif_italic: italic,
  serif_semibold_italic: [], // a word or two, somewhere: it may be late
}

/** What a site's own fonts stand in the place of. */
const replaced: Readonly<Record<string, readonly string[]>> = {
  text: ["serif", "serif_italic", "serif_semibold_italic"],
  interface: ["sans"],
}

/**
 * Finds the links that ask early for a font that a page has no use for.
 *
 * @param tags of the page
 */
export function isUnusedFont(tags: readonly Tag[]): (token: Token) => boolean {
  const names = new Set(tags.map(({ name }) => name))
  const own = tags.find(({ name }) => name === "html")?.attributes.get("data-own-fonts") ?? ""
  const away = new Set(own.split(" ").flatMap((use) => replaced[use] ?? []))
  return (token) => {
    if (!isTag(token) || token.attributes.get("as") !== "font") return false
    const [, file = ""] = /\/([^/.]*)[^/]*$/.exec(token.attributes.get("href") ?? "") ?? []
    return away.has(file) || (users[file]?.every((name) => !names.has(name)) ?? false)
  }
}
