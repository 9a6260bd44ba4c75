import { lstat, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Problem } from "../model/problem"
import type { ShownProblem } from "../model/shown-problem"

/** Longer lines are shown in part. */
const widest = 100

/** What would do something to a terminal, or to the letters behind it, in place of being shown. */
const unseen = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu

type FindExcerpt = (problem: Pick<Problem, "file" | "place">) => Promise<ShownProblem["excerpt"]>

/**
 * Finds the lines that problems are in, of files as they are now; undefined where there is nothing to
 * see. Each file is read once.
 */
export function excerptsIn(root: string): FindExcerpt {
  const files = new Map<string, Promise<readonly string[]>>()
  return async ({ file, place }) => {
    const reading = files.get(file) ?? linesOf(join(root, file))
    files.set(file, reading)
    const line = (await reading)[place.line - 1]?.replaceAll("\t", " ").replaceAll(unseen, "\uFFFD")
    if (line === undefined || line.trim() === "") return undefined
    const start = place.column <= widest - 20 ? 0 : place.column - widest / 2
    return { line: line.slice(start, start + widest), mark: Math.max(0, place.column - 1 - start) }
  }
}

async function linesOf(path: string): Promise<readonly string[]> {
  // What a link leads to is no author's business, and a pipe would be waited for.
  const isFile = await lstat(path).then(
    (found) => found.isFile(),
    () => false,
  )
  if (!isFile) return []
  const text = await readFile(path, "utf8").catch(() => "")
  if (text.includes("\0")) return [] // an image
  return text.replace(/^\uFEFF/, "").split(/\r?\n/)
}

/** Blanks that take as many columns of a terminal as a text: signs of Chinese, and pictures, take two. */
export const blanksFor = (text: string): string =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) =>
    wide.test(segment) ? "  " : " ",
  ).join("")

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303E\uFF01-\uFF60]|\p{Emoji_Presentation}/u
