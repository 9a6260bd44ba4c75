import { suggestionOf } from "../nearest"
import { ContentProblem } from "../problem"
import type { Documents, PostSource } from "./documents"

/** A post is a part of a series that exists, with a number; a series is about a course that exists. */
export function* seriesExist({ posts, series, courses }: Documents): Generator<ContentProblem> {
  for (const { file, front, data } of posts.values()) {
    if (data.series !== undefined && !series.has(data.series)) {
      const near = suggestionOf(data.series, series.keys())
      const reason = `Unexpected series ${data.series}, expected content/series/${data.series}.yaml to exist${near}`
      yield new ContentProblem(file, front.placeOf(["series"]), reason, "series-unknown")
    }
    if ((data.series === undefined) !== (data.part === undefined)) {
      const [found, missing] = data.part === undefined ? ["series", "part"] : ["part", "series"]
      const reason = `Unexpected ${found} without ${missing}, expected both or neither`
      yield new ContentProblem(file, front.placeOf([found]), reason, "part-number")
    }
  }
  for (const { file, placeOf, data } of series.values()) {
    if (data.course !== undefined && !courses.has(data.course)) {
      const near = suggestionOf(data.course, courses.keys())
      const reason = `Unexpected course ${data.course}, expected content/courses/${data.course}.yaml to exist${near}`
      yield new ContentProblem(file, placeOf(["course"]), reason, "course-unknown")
    }
  }
}

/** The parts of a series count 1, 2, 3, … without a number twice, and without a silent gap. */
export function* partsCount({ posts, series }: Documents): Generator<ContentProblem> {
  for (const [id, { file, placeOf, data }] of series) {
    const written = new Map<number, PostSource>()
    for (const post of posts.values()) {
      const { part } = post.data
      if (post.data.series !== id || typeof part !== "number") continue
      const other = written.get(part)
      if (other) {
        const reason = `Unexpected part ${part} of ${id}, expected another number: ${other.file} is part ${part}`
        yield new ContentProblem(post.file, post.front.placeOf(["part"]), reason, "part-twice")
      } else written.set(part, post)
    }

    const announced = new Set<number>()
    for (const [index, { part = 0 }] of (data.planned ?? []).entries()) {
      const place = placeOf(["planned", index])
      const post = written.get(part)
      if (post && post.data.draft !== true) {
        const reason = `Unexpected planned part ${part}, expected none: ${post.file} is part ${part}`
        yield new ContentProblem(file, place, reason, "part-planned")
      } else if (announced.has(part)) {
        const reason = `Unexpected planned part ${part}, expected another number: it is planned twice`
        yield new ContentProblem(file, place, reason, "part-planned")
      }
      announced.add(part)
    }

    const last = Math.max(0, ...written.keys(), ...announced)
    const missing = Array.from({ length: last }, (_, index) => index + 1).find(
      (number) => !written.has(number) && !announced.has(number),
    )
    const next = [...written].find(([number]) => number > (missing ?? Infinity))
    if (missing !== undefined) {
      const reason = `Unexpected gap before ${next ? `part ${next[0]} of ${id}` : "a planned part"}, expected part ${missing} as a post or as planned in ${file}`
      const place = next?.[1].front.placeOf(["part"]) ?? placeOf(["planned"])
      yield new ContentProblem(next?.[1].file ?? file, place, reason, "part-gap")
    }
  }
}
