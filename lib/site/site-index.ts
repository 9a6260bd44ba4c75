import type { Course } from "../model/course"
import type { GlossaryEntry } from "../elements/term/glossary"
import type { Page, Post } from "../model/post"
import type { Reference } from "../model/reference"
import type { Series } from "../model/series"
import type { Site } from "../model/site"

/** All that a build may show, without bodies: what lists, sidebars and metadata start from. */
export type Index = {
  site: Site
  posts: readonly Post[]
  series: readonly Series[]
  courses: readonly Course[]
  pages: readonly Page[]
  references: readonly Reference[]
  /** In alphabetical order. */
  glossary: readonly GlossaryEntry[]
}
