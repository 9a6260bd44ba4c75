import type { MetadataRoute } from "next"
import { courses, glossary, pages, posts, series, site } from "@/lib/site/read"
import { listAddresses, sitePages } from "@/lib/site/site-pages"

/** Every page, for search engines, with the day of its last change where a post says one. */
export default function sitemap(): MetadataRoute.Sitemap {
  return [
    ...listAddresses({ series, courses, pages, posts }).map((address) => ({
      url: site.canonicalUrl + address,
    })),
    ...sitePages({ posts, series, courses, glossary, pages, authors: site.authors }).map(
      ({ address, day }) => ({
        url: site.canonicalUrl + address,
        lastModified: day,
      }),
    ),
  ]
}
