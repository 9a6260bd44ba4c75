import { placeOf, type Documents } from "../model/documents"
import { problemAt, type Problem } from "../model/problem"

/** No post has changed before it was there. */
export function* daysInOrder({ posts }: Documents): Generator<Problem> {
  for (const post of posts.values()) {
    const { date, updated } = post.data
    if (date === undefined || updated === undefined || updated >= date) continue
    const reason = `Unexpected updated ${updated}, expected a day from ${date} on, the date of the post`
    yield problemAt(post.file, placeOf(post, ["updated"]), reason, "day-order")
  }
}
