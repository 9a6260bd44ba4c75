import { courses, glossary, pages, posts, series, site } from "@/lib/site/read"
import { sitePages } from "@/lib/site/site-pages"

export const dynamic = "force-static"

/** Every page of the site as `[address, title]`, for the 404 page. */
export const GET = () =>
  Response.json(
    sitePages({ posts, series, courses, glossary, pages, authors: site.authors }).map(
      ({ address, title }) => [address, title],
    ),
  )
