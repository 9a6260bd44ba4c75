import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { ContentProblem } from "../problem"
import type { ShownProblem } from "../shown-problem"

/** Longer lines are shown in part. */
const widest = 100

/** The line that a problem is in. @returns undefined if there is nothing to see at its place */
export async function findExcerpt(
  root: string,
  { file, place }: Pick<ContentProblem, "file" | "place">,
): Promise<ShownProblem["excerpt"]> {
  const text = await readFile(join(root, file), "utf8").catch(() => "")
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/)
  const line = lines[place.line - 1]?.replaceAll("\t", " ")
  if (line === undefined || line.trim() === "") return undefined
  const start = place.column <= widest - 20 ? 0 : place.column - widest / 2
  return { line: line.slice(start, start + widest), mark: Math.max(0, place.column - 1 - start) }
}
