import { x } from "xastscript"
import { authorAddress, canonicalAddress, homeAddress, postAddress } from "../model/addresses"
import { authorsOf } from "../model/author"
import type { Day } from "../model/dates"
import { directionOf } from "../model/language"
import type { Post } from "../model/post"
import type { Site } from "../model/site"
import { explanation, xmlDocument } from "./xml"

/** A list of posts that one can subscribe to. */
export type Feed = {
  title: string
  description: string
  /** Its own address. */
  address: string
  /** Address of the page that lists the same. */
  page: string
  entries: readonly Entry[]
}

/** A post, and its body as `./html` makes it. */
export type Entry = { post: Post; html: string }

/** An Atom feed (RFC 4287). It says nothing of the build, so that two of the same content agree. */
export function formatAtom(feed: Feed, site: Site): string {
  const { url, canonicalUrl, language, author, licence, hub } = site
  const tree = x("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": language }, [
    x("id", canonicalUrl + feed.address),
    x("title", { type: "text" }, feed.title),
    x("subtitle", { type: "text" }, feed.description),
    x("updated", instantOf(lastChangeOf(feed.entries))),
    x("link", { rel: "self", type: "application/atom+xml", href: url + feed.address }),
    hub === undefined ? undefined : x("link", { rel: "hub", href: hub }),
    x("link", { rel: "alternate", type: "text/html", href: url + feed.page }),
    licence && x("link", { rel: "license", href: licence.url }),
    x("author", [
      x("name", author.name),
      x("uri", url + homeAddress),
      author.email === undefined ? undefined : x("email", author.email),
    ]),
    licence && x("rights", { type: "text" }, rightsOf(author.name, licence)),
    explanation(site),
    ...feed.entries.map((entry) => entryOf(entry, site)),
  ])
  return xmlDocument(tree, site)
}

function entryOf({ post, html }: Entry, site: Site) {
  const { url, canonicalUrl, licence } = site
  return x("entry", post.lang === undefined ? {} : { "xml:lang": post.lang }, [
    x("id", canonicalUrl + firstAddressOf(post)),
    x("title", { type: "text" }, post.title),
    x("link", { rel: "alternate", type: "text/html", href: url + postAddress(post.slug) }),
    licence && x("link", { rel: "license", href: licence.url }),
    x("published", instantOf(post.date)),
    x("updated", instantOf(changeOf(post))),
    ...(post.authors.length > 0 ? authorsOf(post, site) : []).map(({ id, name, email }) =>
      x("author", [
        x("name", name),
        id === undefined ? undefined : x("uri", url + authorAddress(id)),
        email === undefined ? undefined : x("email", email),
      ]),
    ),
    ...post.tags.map((term) => x("category", { term })),
    x("summary", { type: "text" }, post.description),
    x("content", { type: "html" }, contentOf(post, html)),
  ])
}

/**
 * The address at which a post was first read, by which readers of feeds know it for good: one that was
 * moved must not come up again as new. Moving a post adds its former address to the end of its aliases,
 * so the first of those that is a post's is the first of all. Others, of a former site or to be short,
 * may be added at any time, and are not looked at.
 */
export function firstAddressOf({ slug, aliases }: Pick<Post, "slug" | "aliases">): string {
  const former = aliases.map(canonicalAddress).find((alias) => /^\/posts\/[^/]+\/$/.test(alias))
  return former ?? postAddress(slug)
}

export const rightsOf = (author: string, { name, url }: NonNullable<Site["licence"]>) =>
  `${author}, ${name}, ${url}`

/** Readers of feeds set what they get from left to right, unless it says otherwise. */
export const contentOf = ({ lang }: Post, html: string): string =>
  lang === undefined || directionOf(lang) === "ltr" ? html : `<div dir="rtl">${html}</div>`

export const changeOf = ({ date, updated }: Post): Day => updated ?? date

/** A feed without posts has never changed; it has to have a day all the same. */
export const lastChangeOf = (entries: readonly Entry[]): Day =>
  entries.map(({ post }) => changeOf(post)).reduce((a, b) => (a > b ? a : b), "1970-01-01")

/** RFC 3339. */
export const instantOf = (day: Day) => `${day}T00:00:00Z`
