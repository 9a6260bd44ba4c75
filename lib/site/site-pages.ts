import {
  authorAddress,
  courseAddress,
  coursesAddress,
  figuresAddress,
  followAddress,
  glossaryAddress,
  homeAddress,
  isFigurePage,
  moduleAddress,
  pageAddress,
  postAddress,
  postsAddress,
  searchAddress,
  seriesAddress,
  seriesListAddress,
  tagAddress,
  tagsAddress,
  tagSlug,
  yearAddress,
} from "../model/addresses"
import type { Course } from "../model/course"
import type { Day } from "../model/dates"
import { mostListed, yearsOf, type Page, type Post } from "../model/post"
import type { Series } from "../model/series"

export type Content = {
  posts: readonly Pick<Post, "slug" | "title" | "date" | "updated" | "tags">[]
  series: readonly Pick<Series, "id" | "title">[]
  courses: readonly Pick<Course, "id" | "title" | "modules">[]
  glossary: readonly unknown[]
  pages: readonly Pick<Page, "slug" | "title">[]
  authors: readonly { id: string; name: string }[]
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
  authors,
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
  ...tagsIn(posts).map((tag) => ({ address: tagAddress(tag), title: tag })),
  ...authors.map(({ id, name }) => ({ address: authorAddress(id), title: name })),
]

/** One tag for each address. */
const tagsIn = (posts: readonly Pick<Post, "tags">[]): readonly string[] => [
  ...new Map(posts.flatMap(({ tags }) => tags).map((tag) => [tagSlug(tag), tag])).values(),
]

/** Every page that lists others: of courses, one leads to itself. */
export const listAddresses = ({
  series,
  courses,
  pages,
  posts,
}: Pick<Content, "series" | "courses" | "pages" | "posts">): readonly string[] => [
  homeAddress,
  postsAddress,
  ...(series.length > 0 ? [seriesListAddress] : []),
  ...(courses.length > 1 ? [coursesAddress] : []),
  searchAddress,
  ...(posts.some(({ tags }) => tags.length > 0) ? [tagsAddress] : []),
  ...(pages.some(isFigurePage) ? [figuresAddress] : []),
  followAddress,
  ...(posts.length > mostListed ? [...yearsOf(posts).keys()].map(yearAddress) : []),
]
