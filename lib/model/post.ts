import type { Written } from "./field"
import type { Label } from "./labels"
import type { pageSchema, postSchema } from "./schema"

/** A heading of a post or page, as its table of contents shows it. */
export type Heading = { depth: 2 | 3; id: string; text: string }

/** A post without its body: all that may leave the server in a list. Days are UTC, `YYYY-MM-DD`. */
export type Post = Written<typeof postSchema> & {
  slug: string
  /** The images and other files beside it. */
  files: readonly FileBeside[]
  headings: readonly Heading[]
  /** Figures, tables, equations and lesser headings that a reference can name. */
  labels: readonly Label[]
  /** Canonical addresses of the site's own pages that it leads to, each once. */
  links: readonly string[]
  /** Reading time, in whole minutes. */
  minutes: number
}

/** A file beside a post or page: its name, and where what is served is, from the root of the project. */
export type FileBeside = { file: string; whole: string }

/** A page outside the blog, such as About, without its body. */
export type Page = Written<typeof pageSchema> & {
  slug: string
  files: readonly FileBeside[]
  headings: readonly Heading[]
  labels: readonly Label[]
  links: readonly string[]
}

/** A section of a text, with its subsections. */
export type Section = { heading: Heading; subsections: readonly Heading[] }

/** The sections that a table of contents shows; none of a text of one heading. */
export function sectionsOf(headings: readonly Heading[]): readonly Section[] {
  if (headings.length < 2) return []
  const sections: { heading: Heading; subsections: Heading[] }[] = []
  for (const heading of headings) {
    const section = sections.at(-1)
    if (heading.depth === 3 && section) section.subsections.push(heading)
    else sections.push({ heading, subsections: [] })
  }
  return sections
}

/** What sidebars, pagers and the navigation call a post or page. */
export const shortTitleOf = ({
  shortTitle,
  title,
}: {
  shortTitle?: string | undefined
  title: string
}) => shortTitle ?? title

/** Newest first; the same day, by slug, so that two builds agree. */
export const byDate = (a: Pick<Post, "date" | "slug">, b: Pick<Post, "date" | "slug">) =>
  b.date.localeCompare(a.date) || a.slug.localeCompare(b.slug, "en")

/** How many posts one page lists; of more, the years have pages of their own. */
export const mostListed = 100

/** The years in which posts were published, the last one first, with their posts. */
export function yearsOf<Dated extends Pick<Post, "date" | "slug">>(
  posts: readonly Dated[],
): ReadonlyMap<string, readonly Dated[]> {
  const years = new Map<string, Dated[]>()
  for (const post of posts.toSorted(byDate)) {
    const year = post.date.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), post])
  }
  return years
}
