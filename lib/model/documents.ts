import type { BodySource } from "./body"
import type { Sound } from "./field"
import { fileStart, type Place } from "./problem"
import type {
  courseSchema,
  glossarySchema,
  pageSchema,
  postSchema,
  seriesSchema,
  siteSchema,
  topicSchema,
} from "./schema"

/** Where the values of a file's fields stand, by their paths, such as `tags.0`; "" is all of them. */
export type Places = Readonly<Record<string, Place>>

/** A file with fields. Values that are not as their fields want them are left out of `data`. */
export type FieldSource<Data> = { file: string; data: Data; places: Places }

/** A step into fields: a name or the index in a list. */
export type Path = readonly (string | number)[]

/** Where a value stands; one that is not there, where the fields begin. */
export const placeOf = ({ places }: { places: Places }, path: Path): Place =>
  places[path.join(".")] ?? places[""] ?? fileStart

/** Whether a field is written, whatever its value. */
export const hasField = ({ places }: { places: Places }, name: string) => name in places

/** Whether nothing is known of a file's fields. */
export const isUnread = ({ places }: { places: Places }) => Object.keys(places).length <= 1

export type PageSource = FieldSource<Sound<typeof pageSchema>> & BodySource
export type PostSource = FieldSource<Sound<typeof postSchema>> & BodySource
export type SeriesSource = FieldSource<Sound<typeof seriesSchema>>
export type SiteSource = FieldSource<Sound<typeof siteSchema>>
export type CourseSource = FieldSource<Sound<typeof courseSchema>>
export type TopicData = Sound<typeof topicSchema>
/** `data` is undefined where the file cannot be read. */
export type GlossarySource = FieldSource<Sound<typeof glossarySchema> | undefined>

/**
 * All the documents, by their names: what rules between documents look at. One that cannot be read
 * is there all the same, with nothing in it, so that nothing is said to be missing because of it.
 */
export type Documents = {
  posts: ReadonlyMap<string, PostSource>
  pages: ReadonlyMap<string, PageSource>
  series: ReadonlyMap<string, SeriesSource>
  courses: ReadonlyMap<string, CourseSource>
  /** Keys of the bibliography; unknown where it cannot be read. */
  references?: ReadonlySet<string>
  /** Undefined where there is none. */
  glossary?: GlossarySource
  /** Paths of the images beside posts, from the root of the project. */
  images: ReadonlySet<string>
  /** Paths of the other files beside posts that readers can get. */
  files: ReadonlySet<string>
  /** Addresses of the files in the folder `public`. */
  publicFiles: ReadonlySet<string>
  /** Hosts whose pages may be shown in frames. */
  frameHosts?: readonly string[]
  /** What the site says of itself. */
  site?: SiteSource
  /** Hosts that nothing may link to. */
  deniedHosts?: readonly string[]
  /** Rules that warn of nothing, anywhere on the site. */
  disabledRules?: readonly string[]
}

/** The folder for what stands beside a text: that of pages/about.mdx is pages/about/. */
export const folderBeside = (path: string) => `${path.replace(/(?:\/index)?\.mdx$/, "")}/`
