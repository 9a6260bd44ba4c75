/**
 * 1-based, counted from the first line of the file, front matter included; columns in UTF-16 units,
 * of which an emoji has two or more, as editors count.
 */
export type Place = { line: number; column: number }

/** An error stops the build; a warning is for the author to weigh. */
export type Severity = "error" | "warning"

/** A fault in a content file, printed so that a terminal or an editor can jump to it. */
export class ContentProblem extends Error {
  override readonly name = "ContentProblem"

  constructor(
    readonly file: string,
    readonly place: Place,
    readonly reason: string,
    readonly rule: string,
    readonly severity: Severity = "error",
  ) {
    const name = severity === "error" ? rule : `${rule}, a warning`
    // One problem, one line, whatever it quotes.
    super(`${file}:${place.line}:${place.column}: ${reason.replaceAll(/\s+/g, " ")} (${name})`)
  }
}

/** In the order of files, then of places in them. */
export const byPlace = (a: ContentProblem, b: ContentProblem) =>
  a.file.localeCompare(b.file, "en") ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column ||
  a.message.localeCompare(b.message, "en")

/** Where an offset into a text is, with so many lines of the file above the text. */
export function placeAt(text: string, offset: number, linesAbove = 0): Place {
  const before = text.slice(0, offset)
  const line = linesAbove + before.split("\n").length
  return { line, column: offset - before.lastIndexOf("\n") }
}
