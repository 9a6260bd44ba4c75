import { slugOf } from "./slug"
/**
 * The addresses of the site. Every page has one, canonical with a trailing slash, and every link is
 * made here, so that an address is spelled in one place. Slugs of any script are percent-encoded.
 */

export const homeAddress = "/"
export const postsAddress = "/posts/"
export const seriesListAddress = "/series/"
export const coursesAddress = "/courses/"

export const authorAddress = (id: string) => `/authors/${encodeURIComponent(id)}/`
export const postAddress = (slug: string) => `/posts/${encodeURIComponent(slug)}/`
/** The text of a post as Markdown. */
export const markdownFile = "index.md"
export const markdownAddress = (slug: string) => postAddress(slug) + markdownFile
/** What the site has for language models, and all texts in one file. */
export const llmsAddress = "/llms.txt"
export const llmsFullAddress = "/llms-full.txt"
export const seriesAddress = (id: string) => `/series/${encodeURIComponent(id)}/`
/** A series as one file, for programs that read books. */
export const bookAddress = (id: string) => `${seriesAddress(id)}${encodeURIComponent(id)}.epub`
/** The list of what is needed to read a series without a network. */
export const offlineAddress = (id: string) => `${seriesAddress(id)}offline.json`
/** The script that answers then. */
export const offlineWorker = "offline.js"
export const courseAddress = (id: string) => `/courses/${encodeURIComponent(id)}/`
export const moduleAddress = (course: string, module: string) =>
  `${courseAddress(course)}${encodeURIComponent(module)}/`
export const pageAddress = (slug: string) =>
  `/${slug.split("/").map(encodeURIComponent).join("/")}/`

/** The posts of one year, on a site of so many that no page lists all. */
export const yearsSegment = "years"
export const yearAddress = (year: string) => pageAddress(`${yearsSegment}/${year}`)

/** The name of a tag in its address: of one without letters, what its signs are. */
export const tagSlug = (tag: string) =>
  slugOf(tag) ||
  `tag-${Array.from(tag, (sign) => (sign.codePointAt(0) ?? 0).toString(16)).join("-")}`

export const tagsSegment = "tags"
export const tagsAddress = pageAddress(tagsSegment)
export const tagAddress = (tag: string) => pageAddress(`${tagsSegment}/${tagSlug(tag)}`)

/** The page that looks for words, and what it looks in. */
export const searchSegment = "search"
export const searchAddress = pageAddress(searchSegment)

/** Pages of figures are below one that lists them. */
export const figuresSegment = "figures"
export const figuresAddress = pageAddress(figuresSegment)
export const isFigurePage = ({ slug }: { slug: string }) => slug.startsWith(`${figuresSegment}/`)
/** The page of a post for who may see no other draft; only previews have it. */
export const guestAddress = (address: string) => `${address}guest/`
/** A file beside a post or page, of an image all of it. */
export const fileAddress = (owner: string, file: string) => owner + encodeURIComponent(file)

/** The names of feeds by their formats: of all posts at the root, of a series or tag below its page. */
export const feedFiles = { atom: "feed.xml", rss: "rss.xml", json: "feed.json" } as const
export type FeedFormat = keyof typeof feedFiles

/** @param page that lists the same posts */
export const feedAddressOf = (page: string, format: FeedFormat = "atom") => page + feedFiles[format]
export const feedAddress = feedAddressOf(homeAddress)
export const seriesFeedAddress = (id: string) => feedAddressOf(seriesAddress(id))
export const isFeedAddress = (address: string) =>
  /^\/(?:(?:series|tags)\/[^/]+\/)?(?:feed\.xml|rss\.xml|feed\.json)$/.test(address)

/** How a feed looks in a browser. */
export const feedStyles = "/feed.css"

/** The page that says how to hear of new posts. */
export const followSegment = "follow"
export const followAddress = pageAddress(followSegment)

/** The pages that are lists of others, and share one card. */
const lists: ReadonlySet<string> = new Set([
  homeAddress,
  postsAddress,
  seriesListAddress,
  coursesAddress,
  tagsAddress,
  searchAddress,
  figuresAddress,
  followAddress,
])

/** What a link to a page looks like where it is shared: a picture. */
export const cardAddress = (address: string) =>
  lists.has(address) || address.startsWith(`/${yearsSegment}/`)
    ? "/cards/site.png"
    : `/cards${address.slice(0, -1)}.png`

/** What a link to a page, or to a place in it, shows before it is followed: files that scripts load. */
export const previewsSegment = "previews"

/**
 * The file of a preview, below {@link previewsSegment}.
 *
 * @param address of a page
 * @param id of a place in it, or ""
 */
export function previewFile(address: string, id: string): string {
  const plain = (text: string) =>
    text.replaceAll(/[^\w-]/gu, (sign) => `.${(sign.codePointAt(0) ?? 0).toString(16)}`)
  const path = decodeURIComponent(address).split("/").filter(Boolean).map(plain)
  return `${[...path, id === "" ? "index" : `at-${plain(id)}`].join("/")}.json`
}

/** The list of all pages for search engines. */
export const sitemapAddress = "/sitemap.xml"

/** The page of all terms, where there is a glossary. */
export const glossarySlug = "glossary"
export const glossaryAddress = pageAddress(glossarySlug)

/** The first segments of paths that hold files of the site, and no page. */
export const fileSegments: readonly string[] = [
  "_next",
  "api",
  "cards",
  "components",
  "enhance",
  "images",
  previewsSegment,
]

/** The first segments of paths that the site itself answers, so that no page can take them. */
export const reservedSegments: readonly string[] = [
  "posts",
  "series",
  "courses",
  "authors",
  figuresSegment,
  searchSegment,
  tagsSegment,
  yearsSegment,
  glossarySlug,
  followSegment,
  "cards",
  "components",
  "images",
  previewsSegment,
  "_next",
  "api",
  "404",
  "500",
]

/** What the site answers at its root besides pages: its own files, and what asks whether it is well. */
export const siteFiles: readonly string[] = [
  ".site.json",
  "404",
  "404.html",
  "500",
  "_headers",
  "_redirects",
  "addresses.json",
  "apple-icon.png",
  "favicon.ico",
  "feed.css",
  "feed.json",
  "feed.xml",
  "rss.xml",
  "healthz",
  "icon.svg",
  "llms-full.txt",
  "llms.txt",
  "icon192.png",
  "icon512.png",
  "manifest.webmanifest",
  offlineWorker,
  "readers.json",
  "robots.txt",
  "sitemap.xml",
]

/**
 * An address as the site writes it: percent-encoded, ending with one slash, without `index.html`. A
 * feed is a file, and has no slash.
 *
 * @throws URIError unless {@link isWellEncoded}
 */
export function canonicalAddress(path: string): string {
  const bare = isFeedAddress(path) ? path : withSlash(path.replace(/\/index\.html?$/, "/"))
  return bare.split("/").map(canonicalSegment).join("/")
}

/** A path with one slash at its end, in a time that grows no faster than the path. */
export function withSlash(path: string): string {
  let end = path.length
  while (path[end - 1] === "/") end--
  return `${path.slice(0, end)}/`
}

/** Characters that mean nothing in a path stand for themselves, however they were written. */
const canonicalSegment = (segment: string) =>
  encodeURIComponent(decodeURIComponent(segment).normalize("NFC")).replaceAll(
    /%(?:24|26|2B|2C|3A|3B|3D|40)/g, // $ & + , : ; = @
    decodeURIComponent,
  )

/**
 * Whether an address is that of one page alone: it is well encoded, goes neither up nor on from an empty
 * segment, and holds nothing that hosts take for a pattern, `*` and `:name`.
 */
export function isPlainAddress(address: string): boolean {
  if (!isWellEncoded(address)) return false
  const segments = address.replace(/\/$/, "").split("/").slice(1).map(decodeURIComponent)
  return segments.every((segment) => /^(?!\.{1,2}$)(?!.*:[a-z])[^/\\*\p{Cc}]+$/iu.test(segment))
}

/** Whether what is percent-encoded in an address, if anything is, is text. */
export function isWellEncoded(address: string): boolean {
  try {
    encodeURIComponent(decodeURIComponent(address))
    return true
  } catch {
    return false
  }
}
