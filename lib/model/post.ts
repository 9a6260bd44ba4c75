import type { Written } from "./field"
import type { Label } from "./labels"
import type { pageSchema, postSchema } from "./schema"

/** A heading of a post or page, as its table of contents shows it. */
export type Heading = { depth: 2 | 3; id: string; text: string }

/** A post without its body: all that may leave the server in a list. Days are UTC, `YYYY-MM-DD`. */
export type Post = Written<typeof postSchema> & {
  slug: string
  /** The images beside it. */
  images: readonly PostImage[]
  headings: readonly Heading[]
  /** Figures, tables, equations and lesser headings that a reference can name. */
  labels: readonly Label[]
  /** Reading time, in whole minutes. */
  minutes: number
}

/** An image beside a post: its name, and where the file to serve is, from the root of the project. */
export type PostImage = { file: string; whole: string }

/** A page outside the blog, such as About, without its body. */
export type Page = Written<typeof pageSchema> & {
  slug: string
  headings: readonly Heading[]
  labels: readonly Label[]
}

/** More headings than these, and a reader finds nothing among them. */
const most = 14

/** The headings that a table of contents shows: subsections only where they are few; none for one. */
export function contentsOf(headings: readonly Heading[]): readonly Heading[] {
  const shown = headings.length > most ? headings.filter(({ depth }) => depth === 2) : headings
  return shown.length < 2 ? [] : shown
}

/** What sidebars and pagers call a post. */
export const shortTitleOf = ({ shortTitle, title }: Pick<Post, "shortTitle" | "title">) =>
  shortTitle ?? title

/** Newest first; the same day, by slug, so that two builds agree. */
export const byDate = (a: Post, b: Post) =>
  b.date.localeCompare(a.date) || a.slug.localeCompare(b.slug, "en")
