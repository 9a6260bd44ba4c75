import {
  authorAddress,
  courseAddress,
  glossaryAddress,
  homeAddress,
  isFigurePage,
  moduleAddress,
  pageAddress,
  postAddress,
  seriesAddress,
  tagAddress,
} from "../model/addresses"
import { authorsOf } from "../model/author"
import { modulesCoveredBy, outlineOf, type Outline } from "../model/course"
import { formatDay } from "../model/dates"
import type { Post } from "../model/post"
import { findPlace, formatExtent, formatPlace, partsOf } from "../model/series"
import { tagsOf } from "../model/tags"
import { capitalised, wordsOf } from "../model/words/words"
import type { Index } from "../site/site-index"
import type { Card } from "./drawing"

/** The cards of a site: one for each page that is about something, and one for all others. */
export function cardsOf(index: Index): readonly Card[] {
  const { site, posts, series, courses, pages, references, glossary } = index
  const words = wordsOf(site.language)
  const outlines = new Map(
    courses.map((course) => [course.id, outlineOf(course, posts, references, pages)]),
  )
  const { host } = new URL(site.url)
  return [
    { address: homeAddress, label: host, title: site.description },
    ...posts.map((post) => postCard(post, index, outlines)),
    ...series.map((one) => {
      const parts = partsOf(one, posts)
      const covered = parts.map(({ post }) => post?.slug ?? "")
      const strip = stripOf(outlines.get(one.course ?? ""), [], covered)
      const label = capitalised(formatExtent(parts, words))
      return { address: seriesAddress(one.id), label, title: one.title, strip }
    }),
    ...courses.flatMap(({ id, title, modules }) => [
      { address: courseAddress(id), label: capitalised(words.course), title },
      ...modules.map((module) => ({
        address: moduleAddress(id, module.slug),
        label: title,
        title: module.title,
      })),
    ]),
    ...(glossary.length > 0
      ? [{ address: glossaryAddress, label: host, title: words.glossary }]
      : []),
    ...pages.map((page) => ({
      address: pageAddress(page.slug),
      label: isFigurePage(page) ? words.oneFigure : host,
      title: page.title,
    })),
    ...tagsOf(posts).map(({ slug, name, posts: own }) => ({
      address: tagAddress(slug),
      label: words.postCount(own.length),
      title: name,
    })),
    ...site.authors.map(({ id, name }) => ({
      address: authorAddress(id),
      label: host,
      title: name,
    })),
  ]
}

function postCard(
  post: Post,
  { site, posts, series }: Index,
  outlines: ReadonlyMap<string, Outline>,
): Card {
  const words = wordsOf(site.language)
  const address = postAddress(post.slug)
  const place = findPlace(post, series, posts)
  if (!place) {
    const names = authorsOf(post, site).map(({ name }) => name)
    const label = [...names, formatDay(post.date, site.language)].join(" · ")
    return { address, label, title: post.title }
  }
  const label = `${formatPlace(place, words)} · ${place.series.title}`
  const covered = place.parts.map(({ post: part }) => part?.slug ?? "")
  const strip = stripOf(outlines.get(place.series.course ?? ""), [post.slug], covered)
  return { address, label, title: post.title, strip }
}

/** What posts cover of a course, module by module. */
function stripOf(
  outline: Outline | undefined,
  here: readonly string[],
  covered: readonly string[],
): Card["strip"] {
  if (!outline) return undefined
  const modulesOf = (slugs: readonly string[]) =>
    new Set(slugs.flatMap((slug) => modulesCoveredBy(outline, slug)))
  const [now, before] = [modulesOf(here), modulesOf(covered)]
  return outline.modules.map((module) =>
    now.has(module) ? "here" : before.has(module) ? "before" : "open",
  )
}
