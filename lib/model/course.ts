import { figuresSegment, pageAddress, postAddress } from "./addresses"
import type { Written } from "./field"
import type { Page, Post } from "./post"
import type { courseSchema } from "./schema"
import type { Reference } from "./reference"

export type Course = Written<typeof courseSchema> & { id: string }
type Topic = Course["modules"][number]["topics"][number]

/** A course as its outline shows it: what each module teaches, and where this site covers it. */
export type Outline = { course: Course; modules: readonly OutlineModule[] }

export type OutlineModule = {
  /** Its place in the course, from 1. */
  number: number
  slug: string
  title: string
  /** The posts that cover its topics, in the order of the topics. */
  posts: readonly Post[]
  topics: readonly OutlineTopic[]
}

export type OutlineTopic = {
  slug: string
  title: string
  passage?: Passage
  papers: readonly Reference[]
  /** The page of the figure that shows it. */
  figure?: { href: string; title: string }
}

/** Where a topic is covered. */
export type Passage = { post: Post; href: string; heading?: string }

/**
 * A course with every topic led to its passage and its papers. A topic whose post this build does
 * not show stands there without a passage.
 */
export function outlineOf(
  course: Course,
  posts: readonly Post[],
  references: readonly Reference[],
  pages: readonly Pick<Page, "slug" | "title">[] = [],
): Outline {
  const postBySlug = new Map(posts.map((post) => [post.slug, post]))
  const referenceByKey = new Map(references.map((reference) => [reference.key, reference]))

  const modules = course.modules.map((module, index): OutlineModule => {
    const topics = module.topics.map(({ slug, title, papers, ...topic }): OutlineTopic => {
      const post = topic.post === undefined ? undefined : postBySlug.get(topic.post)
      const references = papers.flatMap((key) => referenceByKey.get(key) ?? [])
      const page = pages.find((one) => one.slug === `${figuresSegment}/${topic.figure}`)
      const figure = page && { href: pageAddress(page.slug), title: page.title }
      return { slug, title, papers: references, passage: post && passageOf(post, topic), figure }
    })
    const covering = topics.flatMap(({ passage }) => passage?.post ?? [])
    return { ...module, number: index + 1, topics, posts: [...new Set(covering)] }
  })
  return { course, modules }
}

function passageOf(post: Post, { heading }: Pick<Topic, "heading">): Passage {
  const address = postAddress(post.slug)
  if (heading === undefined) return { post, href: address }
  const text = post.headings.find(({ id }) => id === heading)?.text
  return { post, href: `${address}#${heading}`, heading: text }
}

/** The modules that a post covers at least one topic of. */
export const modulesCoveredBy = (outline: Outline, slug: string) =>
  outline.modules.filter(({ posts }) => posts.some((post) => post.slug === slug))

/** Every passage of an outline that a figure shows something of, once. */
export function passagesShownBy(outlines: Iterable<Outline>, figure: string): readonly Passage[] {
  const topics = [...outlines].flatMap(({ modules }) => modules.flatMap(({ topics }) => topics))
  const passages = topics.flatMap(({ passage, figure: own }) =>
    passage && own?.href === figure ? [[passage.href, passage] as const] : [],
  )
  return [...new Map(passages).values()]
}
