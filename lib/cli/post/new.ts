import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { stringify } from "yaml"
import { documentsOf } from "../../source/documents"
import { readAllFields } from "../../source/all-fields"
import type { Documents } from "../../model/documents"
import { suggestionOf } from "../../model/nearest"
import { longestTitle } from "../../model/schema"
import { slugOf } from "../../model/slug"
import { fail, WrongUsage, type ExitCode, type Io, type Line } from "../terminal"
import { placeholder } from "./front-matter"

/** Starts a draft. It never takes the place of a file that is there. */
export async function newPost({ words, options }: Line, io: Io): Promise<ExitCode> {
  const title = words.join(" ").trim()
  if (title === "") throw new WrongUsage("Unexpected absence of a title, expected one in quotes")
  const length = Array.from(title).length
  if (length > longestTitle) {
    throw new WrongUsage(
      `Unexpected ${length} characters, expected at most ${longestTitle} in a title`,
    )
  }
  const slug = slugOf(title)
  if (slug === "") throw new WrongUsage(`Unexpected title ${title}, expected letters in it`)

  const documents = documentsOf(await readAllFields(io.root))
  const series = options["series"] as string | undefined
  if (options["part"] !== undefined && series === undefined) {
    throw new WrongUsage("Unexpected --part without --series, expected both or neither")
  }
  let place = {}
  if (series !== undefined) {
    if (!documents.series.has(series)) {
      const near = suggestionOf(series, documents.series.keys())
      return fail(io, `Unexpected series ${series}, expected one of content/series${near}`)
    }
    const taken = partsIn(documents, series)
    const part = partFrom(options["part"] as string | undefined, taken)
    const owner = taken.get(part)
    if (owner !== undefined) {
      return fail(io, `Unexpected part ${part}, expected another: ${owner} is part ${part}`)
    }
    place = { series, part }
  }

  const path = `content/posts/${slug}/index.mdx`
  const front = { title, description: placeholder, date: io.today, ...place, draft: true }
  const text = `---\n${stringify(front, { lineWidth: 0 })}---\n\n`
  try {
    await mkdir(dirname(join(io.root, path)), { recursive: true })
    await writeFile(join(io.root, path), text, { flag: "wx" })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
    return fail(io, `Unexpected file ${path}, expected a title that no post has`)
  }
  io.print(path)
  return 0
}

/** The parts of a series that are written, drafts too, with their files. */
function partsIn({ posts }: Documents, series: string): ReadonlyMap<number, string> {
  const parts = new Map<number, string>()
  for (const { file, data } of posts.values()) {
    if (data.series === series && data.part !== undefined) parts.set(data.part, file)
  }
  return parts
}

function partFrom(written: string | undefined, taken: ReadonlyMap<number, string>): number {
  if (written !== undefined) {
    if (/^[1-9]\d{0,3}$/.test(written)) return Number(written)
    throw new WrongUsage(`Unexpected --part ${written}, expected a whole number from 1`)
  }
  let free = 1
  while (taken.has(free)) free++
  return free
}
