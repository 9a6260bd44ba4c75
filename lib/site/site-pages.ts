import {
  courseAddress,
  coursesAddress,
  glossaryAddress,
  homeAddress,
  moduleAddress,
  pageAddress,
  postAddress,
  postsAddress,
  seriesAddress,
  seriesListAddress,
} from "../model/addresses"
import type { Course } from "../model/course"
import type { Day } from "../model/dates"
import type { Page, Post } from "../model/post"
import type { Series } from "../model/series"

export type Content = {
  posts: readonly Pick<Post, "slug" | "title" | "date" | "updated">[]
  series: readonly Pick<Series, "id" | "title">[]
  courses: readonly Pick<Course, "id" | "title" | "modules">[]
  glossary: readonly unknown[]
  pages: readonly Pick<Page, "slug" | "title">[]
}

/** A page, and the last day its meaning changed, if it says one. */
export type SitePage = { address: string; title: string; day?: Day }

/** Every page that is about something. */
export const sitePages = ({
  posts,
  series,
  courses,
  glossary,
  pages,
}: Content): readonly SitePage[] => [
  ...posts.map(({ slug, title, date, updated }) => ({
    address: postAddress(slug),
    title,
    day: updated ?? date,
  })),
  ...series.map(({ id, title }) => ({ address: seriesAddress(id), title })),
  ...courses.flatMap(({ id, title, modules }) => [
    { address: courseAddress(id), title },
    ...modules.map(({ slug, title }) => ({ address: moduleAddress(id, slug), title })),
  ]),
  ...(glossary.length > 0 ? [{ address: glossaryAddress, title: "Glossary" }] : []),
  ...pages.map(({ slug, title }) => ({ address: pageAddress(slug), title })),
]

/** Every page that lists others: of courses, one leads to itself. */
export const listAddresses = ({
  series,
  courses,
}: Pick<Content, "series" | "courses">): readonly string[] => [
  homeAddress,
  postsAddress,
  ...(series.length > 0 ? [seriesListAddress] : []),
  ...(courses.length > 1 ? [coursesAddress] : []),
]
