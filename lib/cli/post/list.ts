import { documentsOf } from "../../source/documents"
import { readAllFields } from "../../source/all-fields"
import type { PostSource } from "../../model/documents"
import { suggestionOf } from "../../model/nearest"
import { absenceOf } from "../../model/visibility"
import { fail, WrongUsage, type ExitCode, type Io, type Line } from "../terminal"

/** Lists the posts, newest first. */
export async function listPosts({ words, options }: Line, io: Io): Promise<ExitCode> {
  if (words.length > 0) throw new WrongUsage(`Unexpected ${words[0]}, expected options alone`)
  const { posts, series } = documentsOf(await readAllFields(io.root))
  const { series: wanted } = options
  if (typeof wanted === "string" && !series.has(wanted)) {
    const near = suggestionOf(wanted, series.keys())
    return fail(io, `Unexpected series ${wanted}, expected one of content/series${near}`)
  }

  const states = new Set<string>()
  if (options["drafts"] === true) states.add("draft")
  if (options["scheduled"] === true) states.add("scheduled")
  const rows = [...posts]
    .map(([slug, { data }]) => ({ slug, data, state: stateOf(data, io) }))
    .filter(({ data }) => wanted === undefined || data.series === wanted)
    .filter(({ state }) => states.size === 0 || states.has(state))
    .sort((a, b) => dateOf(b.data).localeCompare(dateOf(a.data)) || (a.slug < b.slug ? -1 : 1))
    .map(({ slug, data, state }) => [dateOf(data), state, slug, partOf(data), data.title ?? ""])
  for (const row of aligned(rows)) io.print(row)
  return 0
}

type Data = PostSource["data"]

const dateOf = ({ date }: Data) => date ?? "no date"

/** What keeps a post from readers, if anything does; one without a date that can be read is no post yet. */
function stateOf({ draft = false, date }: Data, { today }: Io): string {
  return absenceOf({ draft: draft || date === undefined, date: date ?? today }, today) ?? "public"
}

const partOf = ({ series, part }: Data) => (series === undefined ? "" : `${series} ${part ?? "?"}`)

/** Rows in columns. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => Array.from(row[column] ?? "").length)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths?.[column] ?? 0) - Array.from(cell).length))
      .join("  ")
      .trimEnd(),
  )
}
