import { suggestionOf } from "../model/nearest"
import { problemAt, type Problem } from "../model/problem"
import {
  hasField,
  isUnread,
  placeOf,
  type Documents,
  type PostSource,
  type SeriesSource,
} from "../model/documents"
import { absenceIn } from "./drafts"

/** A post is a part of a series that exists, with a number; a series is about a course that exists. */
export function* seriesExist({ posts, series, courses }: Documents): Generator<Problem> {
  for (const post of posts.values()) {
    const { file, data } = post
    if (data.series !== undefined && !series.has(data.series)) {
      const near = suggestionOf(data.series, series.keys())
      const reason = `Unexpected series ${data.series}, expected content/series/${data.series}.yaml to exist${near}`
      yield problemAt(file, placeOf(post, ["series"]), reason, "series-unknown")
    }
    if (hasField(post, "series") !== hasField(post, "part")) {
      const [found, missing] = hasField(post, "series") ? ["series", "part"] : ["part", "series"]
      const reason = `Unexpected ${found} without ${missing}, expected both or neither`
      yield problemAt(file, placeOf(post, [found]), reason, "part-number")
    }
  }
  for (const source of series.values()) {
    const { file, data } = source
    if (data.course !== undefined && !courses.has(data.course)) {
      const near = suggestionOf(data.course, courses.keys())
      const reason = `Unexpected course ${data.course}, expected content/courses/${data.course}.yaml to exist${near}`
      yield problemAt(file, placeOf(source, ["course"]), reason, "course-unknown")
    }
  }
}

/** The parts of a series count 1, 2, 3, … without a number twice, and without a silent gap. */
export function* partsCount({ posts, series }: Documents): Generator<Problem> {
  for (const [id, source] of series) {
    const { file, data } = source
    const written = new Map<number, PostSource>()
    for (const post of posts.values()) {
      const { part } = post.data
      if (post.data.series !== id || typeof part !== "number") continue
      const other = written.get(part)
      if (other) {
        const reason = `Unexpected part ${part} of ${id}, expected another number: ${other.file} is part ${part}`
        yield problemAt(post.file, placeOf(post, ["part"]), reason, "part-twice")
      } else written.set(part, post)
    }

    const announced = new Set<number>()
    for (const [index, { part }] of (data.planned ?? []).entries()) {
      if (part === undefined) continue
      const place = placeOf(source, ["planned", index])
      const post = written.get(part)
      if (announced.has(part)) {
        const reason = `Unexpected planned part ${part}, expected another number: it is planned twice`
        yield problemAt(file, place, reason, "part-planned")
      } else if (post && !absenceIn(post)) {
        const reason = `Unexpected planned part ${part}, expected none: ${post.file} is part ${part}`
        yield problemAt(file, place, reason, "part-written")
      }
      announced.add(part)
    }

    if (isUncertain(id, source, posts)) continue
    const gap = findGap(id, source, written, announced)
    if (gap) yield gap
  }
}

/**
 * The first part that is missing: one that is neither written nor planned or, for readers, one that is
 * only a draft while a later one is public or planned. A day to come makes no gap: readers are told of
 * the part, and what is sound today is so on that day.
 */
function findGap(
  id: string,
  source: SeriesSource,
  written: ReadonlyMap<number, PostSource>,
  announced: ReadonlySet<number>,
): Problem | undefined {
  const { file } = source
  const isPublic = (part: number) => written.has(part) && written.get(part)?.data.draft !== true
  const known = [...written.keys(), ...announced]
  const last = Math.max(0, ...known)
  const lastShown = Math.max(0, ...announced, ...known.filter(isPublic))
  for (let part = 1; part <= last; part++) {
    const isDraft = written.has(part) && !isPublic(part)
    if (announced.has(part) || isPublic(part) || (isDraft && part > lastShown)) continue

    const [number, next] =
      [...written].sort(byNumber).find(([one]) => one > part && (!isDraft || isPublic(one))) ?? []
    const before = next ? `part ${number} of ${id}` : "a planned part"
    const wanted = isDraft
      ? `part ${part}, which is a draft, as planned in ${file}`
      : `part ${part} as a post or as planned in ${file}`
    const reason = `Unexpected gap before ${before}, expected ${wanted}`
    const place = next ? placeOf(next, ["part"]) : placeOf(source, ["planned"])
    return problemAt(next?.file ?? file, place, reason, "part-gap")
  }
  return undefined
}

const byNumber = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]) => a - b

/** Whether the number of a part is unknown, because something is wrong with it that is said elsewhere. */
function isUncertain(id: string, source: SeriesSource, posts: Documents["posts"]): boolean {
  const { planned = hasField(source, "planned") ? [{}] : [] } = source.data
  if (isUnread(source) || planned.some(({ part }) => part === undefined)) return true
  return [...posts.values()].some(
    (post) =>
      (hasField(post, "series") && post.data.series === undefined) ||
      (post.data.part === undefined && (isUnread(post) || post.data.series === id)),
  )
}
