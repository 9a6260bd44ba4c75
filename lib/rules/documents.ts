import type { Day } from "../model/dates"
import type { Problem } from "../model/problem"
import { courseFields, postFields, seriesFields, siteFields, termFields } from "../model/schema"
import type { Dictionary } from "../source/dictionary"
import { itemsOf, valuesOf } from "../source/fields"
import { unreadMdx, type MdxSource, type Reference } from "../source/mdx"
import type { Reading } from "../source/reading"
import type { ContentFile } from "../source/workspace"
import type { Yaml } from "../source/yaml"

/**
 * All the documents, by their names: what rules between documents look at. One that cannot be read
 * is there all the same, with nothing in it, so that nothing is said to be missing because of it.
 */
export type Documents = {
  posts: ReadonlyMap<string, PostSource>
  pages: ReadonlyMap<string, MdxSource>
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
  /** Undefined where spelling is not checked. */
  spelling?: Spelling
}

/** The words of a language and of the site, and those of the documents that the language lacks. */
export type Spelling = {
  dictionary: Dictionary
  words: ReadonlySet<string>
  /** By the files that they are in. */
  unknown: ReadonlyMap<string, readonly Reference[]>
}

/** Values that are not as their fields want them are left out of `data`. */
export type PostSource = MdxSource & {
  data: {
    title?: string
    description?: string
    date?: Day
    series?: string
    part?: number
    draft?: boolean
    tags?: (string | undefined)[]
    aliases?: (string | undefined)[]
    image?: string
  }
}
export type SeriesSource = Yaml & {
  data: { course?: string; planned?: { part?: number }[] }
}
export type CourseSource = Yaml & {
  data: {
    modules?: { slug?: string; topics?: TopicData[] }[]
  }
}
export type TopicData = {
  slug?: string
  post?: string
  heading?: string
  papers?: (string | undefined)[]
}

/** `data` is undefined where the file cannot be read. */
export type GlossarySource = { yaml: Yaml; data?: readonly TermData[] }
export type TermData = {
  term?: string
  also?: (string | undefined)[]
  see?: (string | undefined)[]
}

/** A rule between documents: yields what breaks it. */
export type Rule = (documents: Documents) => Iterable<Problem>

/** The documents that files hold, as far as they could be read. */
export function documentsOf(
  files: readonly ContentFile[],
  readings: ReadonlyMap<string, Reading>,
  dictionary?: Dictionary,
): Documents {
  const posts = new Map<string, PostSource>()
  const pages = new Map<string, MdxSource>()
  const series = new Map<string, SeriesSource>()
  const courses = new Map<string, CourseSource>()
  const images = new Set<string>()
  let references: Documents["references"] = new Set()
  let denied: Documents["deniedHosts"]
  let glossary: Documents["glossary"]
  let words: ReadonlySet<string> = new Set()
  const unknown = new Map<string, readonly Reference[]>()

  for (const { path, kind, name } of files) {
    const reading = readings.get(path)
    const { mdx = unreadMdx(path), yaml = mdx.front } = reading ?? {}
    unknown.set(path, mdx.unknownWords ?? reading?.unknownWords ?? [])
    if (kind === "image") images.add(path)
    if (kind === "words") words = reading?.words ?? words
    if (kind === "bibliography") references = reading?.keys
    if (kind === "site") denied = deniedIn(valuesOf(yaml.root, siteFields))
    if (kind === "glossary") {
      glossary = { yaml, data: reading?.yaml && itemsOf(yaml.root, termFields) }
    }
    if (kind === "page") pages.set(name, mdx)
    if (kind === "post") posts.set(name, { ...mdx, data: valuesOf(mdx.front.root, postFields) })
    if (kind === "series") series.set(name, { ...yaml, data: valuesOf(yaml.root, seriesFields) })
    if (kind === "course") courses.set(name, { ...yaml, data: valuesOf(yaml.root, courseFields) })
  }
  const spelling = dictionary && { dictionary, words, unknown }
  return {
    posts,
    pages,
    series,
    courses,
    references,
    glossary,
    images,
    deniedHosts: denied,
    spelling,
  }
}

const deniedIn = ({ deniedHosts }: { deniedHosts?: (string | undefined)[] }) =>
  deniedHosts?.filter((host) => host !== undefined)
