import {
  courseAddress,
  glossaryAddress,
  moduleAddress,
  pageAddress,
  postAddress,
  seriesAddress,
} from "@/lib/addresses"
import { courses, glossary, pages, posts, series } from "@/lib/content/read"

export const dynamic = "force-static"

/** Every page of the site as `[address, title]`, for the 404 page. */
export const GET = () =>
  Response.json([
    ...posts.map(({ slug, title }) => [postAddress(slug), title]),
    ...series.map(({ id, title }) => [seriesAddress(id), title]),
    ...courses.flatMap(({ id, title, modules }) => [
      [courseAddress(id), title],
      ...modules.map((module) => [moduleAddress(id, module.slug), module.title]),
    ]),
    ...(glossary.length > 0 ? [[glossaryAddress, "Glossary"]] : []),
    ...pages.map(({ slug, title }) => [pageAddress(slug), title]),
  ])
