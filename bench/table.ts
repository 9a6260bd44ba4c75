/** One figure of ours beside one of somebody else's, from the same run. */
export type Row = {
  what: string
  ours: string
  /** Whose figure stands beside ours, and the figure. */
  other?: { name: string; figure: string }
  /** Ours divided by theirs. */
  ratio?: number
  goal?: Goal
  remark?: string
}

export type Goal = { text: string; met: boolean }

/** What a section of the benchmark found. */
export type Section = { title: string; rows: readonly Row[]; remarks?: readonly string[] }

/** A goal that wants at most this. */
export const atMost = (limit: number, value: number, text = `≤ ${limit} ×`): Goal => ({
  text,
  met: value <= limit,
})

/** A goal that wants at least this. */
export const atLeast = (limit: number, value: number, text = `≥ ${limit} ×`): Goal => ({
  text,
  met: value >= limit,
})

/** A section as Markdown, its columns aligned so that it also reads well in a terminal. */
export function formatSection({ title, rows, remarks = [] }: Section): string {
  const head = ["what", "ours", "other", "ratio", "goal", "remark"]
  const cells = rows.map((row) => [
    row.what,
    row.ours,
    row.other ? `${row.other.figure} (${row.other.name})` : "",
    row.ratio === undefined ? "" : `${formatNumber(row.ratio)} ×`,
    row.goal ? `${row.goal.text} ${row.goal.met ? "✓" : "✗ missed"}` : "",
    row.remark ?? "",
  ])
  const table = alignColumns([head, ...cells])
  const notes = remarks.map((remark) => `* ${remark}`).join("\n")
  return [`## ${title}`, table, notes].filter(Boolean).join("\n\n")
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)))
  const rule = widths.map((width) => "-".repeat(width))
  return [lines[0]!, rule, ...lines.slice(1)].map((line) => `| ${line.join(" | ")} |`).join("\n")
}

/** Three digits that say something: 1234, 123, 12.3, 1.23, 0.123. */
export function formatNumber(value: number): string {
  if (value === 0) return "0"
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toFixed(Math.min(digits, 3))
}

export const formatSeconds = (seconds: number) => `${formatNumber(seconds)} s`
export const formatMilliseconds = (milliseconds: number) => `${formatNumber(milliseconds)} ms`
export const formatGigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`
export const formatKilobytes = (bytes: number) => `${(bytes / 1e3).toFixed(1)} kB`

/** The middle one of the values, or of an even number the lower middle; 0.95 for the 95th of 100. */
export function quantileOf(values: readonly number[], share = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}
