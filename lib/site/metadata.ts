import type { Metadata } from "next"
import { authorsOf } from "../model/author"
import type { Post } from "../model/post"
import type { Site } from "../model/site"

type Described = { title: string; description: string }

/** What every page says of itself in its head. */
export const pageMetadata = (
  { title, description }: Described,
  address: string,
  site: Site,
): Metadata => ({
  title,
  description,
  alternates: { canonical: site.canonicalUrl + address },
  openGraph: { title, description, url: site.url + address, siteName: site.name, type: "website" },
})

/** What a post adds to that. */
export const postMetadata = (
  post: Described & Pick<Post, "date" | "updated" | "tags" | "authors">,
  address: string,
  site: Site,
): Metadata => {
  const metadata = pageMetadata(post, address, site)
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
  }
}
