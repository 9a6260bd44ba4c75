import type { Place } from "./problem"

/** A problem of the content as a development server shows it in place of the page. */
export type ShownProblem = {
  file: string
  place: Place
  reason: string
  rule: string
  /** The line that it is in, and how many characters of it stand before its place. */
  excerpt?: { line: string; mark: number }
}
