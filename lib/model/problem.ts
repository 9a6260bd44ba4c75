import { severityOf, type RuleId, type Severity } from "./rules"

/**
 * 1-based, counted from the first line of the file, front matter included; columns in UTF-16 units,
 * of which an emoji has two or more, as editors count.
 */
export type Place = { line: number; column: number }

/** Where a file begins: the place of what is wrong with all of it. */
export const fileStart: Place = { line: 1, column: 1 }

/** A fault in a content file: plain data, so that it can be sent between threads and kept in a file. */
export type Problem = {
  file: string
  place: Place
  /** "Unexpected …, expected …". */
  reason: string
  rule: RuleId
  severity: Severity
}

export const problemAt = (file: string, place: Place, reason: string, rule: RuleId): Problem => ({
  file,
  place,
  reason,
  rule,
  severity: severityOf(rule),
})

/** Takes what is wrong with a file. */
export type Report = (problem: Problem) => void

const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`

/** A problem as a line that a terminal or an editor can jump from. */
export function messageOf({ file, place, reason, rule, severity }: Problem): string {
  const name = severity === "error" ? rule : `${rule}, a warning`
  // One problem, one line, whatever it quotes; what has no look, or turns letters round, by its number.
  const line = reason
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/g, escaped)
  return `${file}:${place.line}:${place.column}: ${line} (${name})`
}

/** Thrown where a problem leaves nothing to go on with. */
export class ContentError extends Error {
  override readonly name = "ContentError"

  constructor(readonly problem: Problem) {
    super(messageOf(problem))
  }
}

/** An error to throw, of what {@link problemAt} takes. */
export const contentError = (...problem: Parameters<typeof problemAt>) =>
  new ContentError(problemAt(...problem))

/** In the order of files, then of places in them. */
export const byPlace = (a: Problem, b: Problem) =>
  a.file.localeCompare(b.file, "en") ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column ||
  messageOf(a).localeCompare(messageOf(b), "en")

/** Where an offset into a text is, with so many lines of the file above the text. */
export function placeAt(text: string, offset: number, linesAbove = 0): Place {
  const before = text.slice(0, offset)
  const line = linesAbove + before.split("\n").length
  return { line, column: offset - before.lastIndexOf("\n") }
}
