import type { Sound } from "./field"
import { fileStart, type Place } from "./problem"
import type {
  courseSchema,
  glossarySchema,
  pageSchema,
  postSchema,
  seriesSchema,
  topicSchema,
} from "./schema"

/** Something that a text names, such as a citation's key or a term, and where. */
export type Mentioned = { url: string; place: Place }

/** A link; one that shows its target's name has no text of its own. */
export type Link = Mentioned & { bare?: boolean }

/** An attribute that names something of another document. */
export type TagMention = Mentioned & { kind: "course" | "module"; course?: string }

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

/** What is known of a body: plain data, as all of a reading. */
export type BodySource = {
  /** Ids of its headings of every depth; unknown where the body cannot be read. */
  ids?: readonly string[]
  /** What else a link can lead to in it: figures, tables, equations, and footnotes. */
  anchors?: { labels: readonly string[]; notes: readonly string[] }
  links: readonly Link[]
  images: readonly Mentioned[]
  mentions: readonly TagMention[]
  /** Keys of the works that it cites. */
  cites: readonly Mentioned[]
  /** Names of the terms that it uses. */
  terms: readonly Mentioned[]
}

/** What is known of a body that cannot be read. */
export const unreadBody: BodySource = {
  links: [],
  images: [],
  mentions: [],
  cites: [],
  terms: [],
}

export type PageSource = FieldSource<Sound<typeof pageSchema>> & BodySource
export type PostSource = FieldSource<Sound<typeof postSchema>> & BodySource
export type SeriesSource = FieldSource<Sound<typeof seriesSchema>>
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
  /** Hosts that nothing may link to. */
  deniedHosts?: readonly string[]
  /** Rules that warn of nothing, anywhere on the site. */
  disabledRules?: readonly string[]
}
