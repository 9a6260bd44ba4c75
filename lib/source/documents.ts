import { unreadBody } from "../model/body"
import {
  type CourseSource,
  type Documents,
  type FieldSource,
  type GlossarySource,
  type PageSource,
  type PostSource,
  type SeriesSource,
} from "../model/documents"
import type { Sound } from "../model/field"
import type { siteSchema } from "../model/schema"
import type { Content } from "./reader"
import type { Reading } from "./reading"

/** The documents that files hold, as far as they could be read. */
export function documentsOf({ files, readings }: Pick<Content, "files" | "readings">): Documents {
  const posts = new Map<string, PostSource>()
  const pages = new Map<string, PageSource>()
  const series = new Map<string, SeriesSource>()
  const courses = new Map<string, CourseSource>()
  const images = new Set<string>()
  let references: Documents["references"] = new Set()
  let site: Pick<Documents, "deniedHosts" | "disabledRules"> = {}
  let glossary: Documents["glossary"]

  for (const { path, kind, name } of files) {
    const reading = readings.get(path) ?? { problems: [] }
    const source = sourceOf(path, reading)
    const mdx = { ...unreadBody, ...reading.body, ...source }
    if (kind === "image") images.add(path)
    if (kind === "bibliography") references = reading.keys && new Set(reading.keys)
    if (kind === "site") site = listsIn(source.data as Sound<typeof siteSchema>)
    if (kind === "glossary") {
      glossary = { ...source, data: reading.values as GlossarySource["data"] }
    }
    if (kind === "page") pages.set(name, mdx as PageSource)
    if (kind === "post") posts.set(name, mdx as PostSource)
    if (kind === "series") series.set(name, source as SeriesSource)
    if (kind === "course") courses.set(name, source as CourseSource)
  }
  return { posts, pages, series, courses, references, glossary, images, ...site }
}

const sourceOf = (file: string, { values = {}, places = {} }: Reading): FieldSource<unknown> => ({
  file,
  data: values,
  places,
})

const listsIn = ({ deniedHosts, disabledRules }: Sound<typeof siteSchema>) => ({
  deniedHosts: deniedHosts?.filter((host) => host !== null),
  disabledRules: disabledRules?.filter((rule) => rule !== null),
})
