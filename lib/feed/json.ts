import { authorAddress, homeAddress, postAddress } from "../model/addresses"
import { authorsOf } from "../model/author"
import type { Site } from "../model/site"
import { changeOf, contentOf, firstAddressOf, instantOf, type Entry, type Feed } from "./atom"

/** A JSON Feed (version 1.1). */
export function formatJsonFeed(feed: Feed, site: Site): string {
  const { url, language, author, hub } = site
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description,
    home_page_url: url + feed.page,
    feed_url: url + feed.address,
    language,
    authors: [{ name: author.name, url: url + homeAddress }],
    hubs: hub === undefined ? undefined : [{ type: "WebSub", url: hub }],
    items: feed.entries.map((entry) => itemOf(entry, site)),
  }
  return JSON.stringify(document)
}

function itemOf({ post, html }: Entry, site: Site) {
  const { url, canonicalUrl } = site
  return {
    id: canonicalUrl + firstAddressOf(post),
    url: url + postAddress(post.slug),
    title: post.title,
    summary: post.description,
    content_html: contentOf(post, html),
    date_published: instantOf(post.date),
    date_modified: instantOf(changeOf(post)),
    language: post.lang,
    tags: post.tags.length > 0 ? post.tags : undefined,
    authors: authorsOf(post, site).map(({ id, name }) => ({
      name,
      url: id === undefined ? undefined : url + authorAddress(id),
    })),
  }
}
