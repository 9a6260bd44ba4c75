import { x } from "xastscript"
import { postAddress } from "../model/addresses"
import { authorsOf } from "../model/author"
import type { Day } from "../model/dates"
import type { Site } from "../model/site"
import { contentOf, firstAddressOf, lastChangeOf, rightsOf, type Entry, type Feed } from "./atom"
import { explanation, xmlDocument } from "./xml"

const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}

/** An RSS feed (RSS 2.0.11, with whole texts by its module Content). */
export function formatRss(feed: Feed, site: Site): string {
  const { url, language, author, licence, hub } = site
  const tree = x("rss", { version: "2.0", ...namespaces }, [
    x("channel", [
      x("title", feed.title),
      x("link", url + feed.page),
      x("description", feed.description),
      x("language", language),
      licence && x("copyright", rightsOf(author.name, licence)),
      x("lastBuildDate", dateOf(lastChangeOf(feed.entries))),
      x("atom:link", { rel: "self", type: "application/rss+xml", href: url + feed.address }),
      hub === undefined ? undefined : x("atom:link", { rel: "hub", href: hub }),
      explanation(site),
      ...feed.entries.map((entry) => itemOf(entry, site)),
    ]),
  ])
  return xmlDocument(tree, site)
}

function itemOf({ post, html }: Entry, site: Site) {
  return x("item", [
    x("title", post.title),
    x("link", site.url + postAddress(post.slug)),
    x("guid", { isPermaLink: "false" }, site.canonicalUrl + firstAddressOf(post)),
    x("pubDate", dateOf(post.date)),
    ...authorsOf(post, site).map(({ name }) => x("dc:creator", name)),
    ...post.tags.map((tag) => x("category", tag)),
    x("description", post.description),
    x("content:encoded", contentOf(post, html)),
  ])
}

/** RFC 822, with a year of four digits. */
const dateOf = (day: Day) => new Date(day).toUTCString().replace("GMT", "+0000")
