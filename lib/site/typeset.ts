import type { Course } from "../model/course"
import type { Page, Post } from "../model/post"
import type { Series } from "../model/series"
import { typeset } from "../model/typography"
import type { Index } from "./site-index"

/**
 * The index with the signs of a printed page in all text that pages show: what authors typed there
 * is no Markdown, so it has not been compiled.
 */
export function typesetIndex(index: Index): Index {
  const { site } = index
  const set = (text: string, language = site.language) => typeset(text, language)
  const titled = <Item extends { title: string; lang?: string }>(item: Item): Item => ({
    ...item,
    title: set(item.title, item.lang),
  })
  const described = <Item extends { title: string; description: string; lang?: string }>(
    item: Item,
  ): Item => ({
    ...titled(item),
    description: set(item.description, item.lang),
  })

  return {
    ...index,
    site: {
      ...site,
      description: set(site.description),
      footer: site.footer === undefined ? undefined : set(site.footer),
    },
    posts: index.posts.map((post): Post => ({
      ...described(post),
      shortTitle: post.shortTitle === undefined ? undefined : set(post.shortTitle, post.lang),
      recap: post.recap === undefined ? undefined : set(post.recap, post.lang),
    })),
    pages: index.pages.map((page): Page => described(page)),
    series: index.series.map((one): Series => ({
      ...described(one),
      planned: one.planned.map(titled),
    })),
    glossary: index.glossary.map((entry) => ({
      ...entry,
      term: set(entry.term),
      definition: set(entry.definition),
      also: entry.also.map((name) => set(name)),
    })),
    courses: index.courses.map((course): Course => ({
      ...titled(course),
      modules: course.modules.map((module) => ({
        ...titled(module),
        topics: module.topics.map(titled),
      })),
    })),
  }
}
