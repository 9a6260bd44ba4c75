import type { Metadata } from "next"
import { cardAddress, fileAddress } from "../model/addresses"
import { authorsOf } from "../model/author"
import type { Post } from "../model/post"
import type { Site } from "../model/site"

type Described = { title: string; description: string }

/** What every page says of itself in its head. @param picture address of one that stands for it */
export const pageMetadata = (
  { title, description }: Described,
  address: string,
  site: Site,
  picture?: string,
): Metadata => ({
  title,
  description,
  alternates: { canonical: site.canonicalUrl + address },
  openGraph: {
    title,
    description,
    url: site.url + address,
    siteName: site.name,
    type: "website",
    locale: site.language.replace("-", "_"),
    images: [
      picture === undefined
        ? { url: site.url + cardAddress(address), width: 1200, height: 630, alt: title }
        : { url: site.url + picture },
    ],
  },
  twitter: { card: "summary_large_image" },
})

/** What a post adds to that. */
export const postMetadata = (
  post: Described &
    Pick<Post, "date" | "updated" | "tags" | "authors"> &
    Partial<Pick<Post, "image" | "lang">>,
  address: string,
  site: Site,
): Metadata => {
  const picture = post.image === undefined ? undefined : fileAddress(address, post.image)
  const metadata = pageMetadata(post, address, site, picture)
  const authors = authorsOf(post, site).map(({ name }) => name)
  return {
    ...metadata,
    authors: authors.map((name) => ({ name })),
    openGraph: {
      ...metadata.openGraph,
      type: "article",
      publishedTime: post.date,
      modifiedTime: post.updated ?? post.date,
      authors,
      tags: [...post.tags],
    },
    // What Google Scholar and reference managers read (Highwire Press tags).
    other: {
      citation_title: post.title,
      citation_author: authors,
      citation_publication_date: post.date.replaceAll("-", "/"),
      citation_language: post.lang ?? site.language,
      citation_public_url: site.canonicalUrl + address,
    },
  }
}
