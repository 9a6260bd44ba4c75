import type { ContentProblem } from "../problem"
import type { MdxSource } from "./mdx"
import type { Yaml } from "./yaml"

/** All the documents that could be read, by their names: what rules between documents look at. */
export type Documents = {
  posts: ReadonlyMap<string, PostSource>
  pages: ReadonlyMap<string, MdxSource>
  series: ReadonlyMap<string, SeriesSource>
  courses: ReadonlyMap<string, CourseSource>
  /** Keys of the bibliography. */
  references: ReadonlySet<string>
  /** Paths of the images beside posts, from the root of the project. */
  images: ReadonlySet<string>
}

export type PostSource = MdxSource & {
  data: {
    series?: string
    part?: number
    draft?: boolean
    aliases?: string[]
    image?: string
    date?: string
    updated?: string
  }
}
export type SeriesSource = Yaml & {
  data: { course?: string; planned?: { part?: number; title?: string }[] }
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
  figure?: string
  papers?: string[]
}

/** A rule between documents: yields what breaks it. */
export type Rule = (documents: Documents) => Iterable<ContentProblem>
