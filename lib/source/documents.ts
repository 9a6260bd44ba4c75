import { unreadBody } from "../model/body"
import {
  type CourseSource,
  type Documents,
  type FieldSource,
  type GlossarySource,
  type PageSource,
  type PostSource,
  type SeriesSource,
  type SiteSource,
} from "../model/documents"
import type { Sound } from "../model/field"
import type { siteSchema } from "../model/schema"
import type { Content } from "./reader"
import type { Reading } from "./reading"

type Source = Pick<Content, "files" | "readings" | "publicFiles">

/** The documents that files hold, as far as they could be read. */
export function documentsOf({ files, readings, publicFiles }: Source): Documents {
  const posts = new Map<string, PostSource>()
  const pages = new Map<string, PageSource>()
  const series = new Map<string, SeriesSource>()
  const courses = new Map<string, CourseSource>()
  const images = new Set<string>()
  const others = new Set<string>()
  let references: Documents["references"] = new Set()
  let site: Pick<Documents, "deniedHosts" | "frameHosts" | "disabledRules" | "site"> = {}
  let glossary: Documents["glossary"]

  for (const { path, kind, name } of files) {
    const reading = readings.get(path) ?? { problems: [] }
    const source = sourceOf(path, reading)
    const mdx = { ...unreadBody, ...reading.body, ...source }
    if (kind === "image") images.add(path)
    if (kind === "file") others.add(path)
    if (kind === "bibliography") references = reading.keys && new Set(reading.keys)
    if (kind === "site") {
      const own = source as SiteSource
      site = { ...listsIn(own.data), site: own }
    }
    if (kind === "glossary") {
      glossary = { ...source, data: reading.values as GlossarySource["data"] }
    }
    if (kind === "page") pages.set(name, mdx as PageSource)
    if (kind === "post") posts.set(name, mdx as PostSource)
    if (kind === "series") series.set(name, source as SeriesSource)
    if (kind === "course") courses.set(name, source as CourseSource)
  }
  return {
    posts,
    pages,
    series,
    courses,
    references,
    glossary,
    images,
    files: others,
    publicFiles,
    ...site,
  }
}

const sourceOf = (file: string, { values = {}, places = {} }: Reading): FieldSource<unknown> => ({
  file,
  data: values,
  places,
})

const listsIn = ({ deniedHosts, frameHosts, disabledRules }: Sound<typeof siteSchema>) => ({
  deniedHosts: deniedHosts?.filter((host) => host !== null),
  frameHosts: frameHosts?.filter((host) => host !== null),
  disabledRules: disabledRules?.filter((rule) => rule !== null),
})
