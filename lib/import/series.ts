import { stringify } from "yaml"
import type { Documents } from "../model/documents"
import { slugOf } from "../model/slug"
import type { PostFields } from "./fields"
import type { FoundPost } from "./found"

export type SeriesPlace = { series: string; part: number }

type Part = { post: FoundPost; fields: PostFields }

/** The parts of one series, in their order. */
export type FoundSeries = { title: string; parts: readonly Part[] }

/** The series that several posts name, and which part of it each is: by its number, else by its day. */
export function findSeries(
  posts: readonly Part[],
  documents: Documents,
): { all: ReadonlyMap<string, FoundSeries>; places: ReadonlyMap<FoundPost, SeriesPlace> } {
  const named = new Map<string, { title: string; parts: Part[] }>()
  for (const post of posts) {
    const title = post.fields.series
    const id = title === undefined ? "" : slugOf(title)
    if (title === undefined || id === "") continue
    const found = named.get(id) ?? { title, parts: [] }
    found.parts.push(post)
    named.set(id, found)
  }
  const places = new Map<FoundPost, SeriesPlace>()
  for (const [series, { parts }] of named) {
    // One post alone is no series yet; to one that is here already nobody knows where it belongs.
    if (parts.length < 2 || documents.series.has(series)) {
      named.delete(series)
      continue
    }
    parts.sort((a, b) => orderOf(a) - orderOf(b) || dayOf(a).localeCompare(dayOf(b)))
    for (const [index, { post }] of parts.entries()) places.set(post, { series, part: index + 1 })
  }
  return { all: named, places }
}

const orderOf = ({ fields }: Part) => fields.part ?? Number.MAX_SAFE_INTEGER
const dayOf = ({ fields }: Part) => fields.date ?? ""

/** The file of a series. */
export function seriesFile({ title, parts }: FoundSeries): string {
  const titles = parts.map(({ fields, post }) => fields.title ?? post.name)
  const description = `In ${parts.length} parts, from “${titles[0]}” to “${titles.at(-1)}”.`
  return stringify({ title, description: description.slice(0, 600) }, { lineWidth: 0 })
}
