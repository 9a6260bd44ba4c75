import { prefixAddress, prefixSources } from "./base"

/** What a page pushes: a start, a text, or bytes in base64. */
export type FlightPush = [0] | [1 | 3, string]

/**
 * The flight data of a page, React's description of itself, as the page pushes it. All that is pushed
 * makes up rows, each `id:value` and a line end; but rows of long text, `id:Tlength,text`, and of
 * binary data say their length, hexadecimal and in bytes, and have no line end.
 */
export type Flight = readonly FlightPush[]

export const isFlightPush = (push: unknown): push is FlightPush =>
  Array.isArray(push) &&
  (push[0] === 0 || ((push[0] === 1 || push[0] === 3) && typeof push[1] === "string"))

/** Ids of the client modules that flight data imports, in rows such as `a:I[39756,…`. */
export const moduleIdsIn = (flight: Flight): readonly string[] =>
  rowsOf(bytesOf(flight)).flatMap((row) => {
    const [, id] = moduleRow.exec(row.toString("latin1", 0, longestHead)) ?? []
    return id === undefined ? [] : [String(JSON.parse(id))]
  })

/**
 * Flight data in which the site lies below a path, as its HTML does: React would otherwise load again,
 * from the wrong place, what the HTML has loaded.
 */
export function prefixFlight(flight: Flight, base: string): Flight {
  if (base === "") return flight
  const rows = rowsOf(bytesOf(flight)).map((row): FlightPush => {
    const [, kind] = lengthHead.exec(headOf(row)) ?? []
    if (kind === undefined) return [1, prefixRow(row.toString("utf8"), base)]
    return kind === "T" ? [1, row.toString("utf8")] : [3, row.toString("base64")]
  })
  return [[0], ...rows]
}

function prefixRow(row: string, base: string): string {
  return row
    .replace(/^(:H[A-Z]\[")([^"]*)/, (_, head: string, path: string) => {
      return head + prefixAddress(path, base)
    })
    .replaceAll(
      /"(href|src|poster|source)":"(\/[^"]*)"/g,
      (_, name: string, path: string) => `"${name}":"${prefixAddress(path, base)}"`,
    )
    .replaceAll(
      /"(srcSet|imageSrcSet)":"([^"]*)"/g,
      (_, name: string, paths: string) => `"${name}":"${prefixSources(paths, base)}"`,
    )
}

const bytesOf = (flight: Flight): Buffer =>
  Buffer.concat(
    flight.map(([kind, text = ""]) => Buffer.from(text, kind === 3 ? "base64" : "utf8")),
  )

/** The letters are those of React's client: text, ArrayBuffer, Int8Array and so on. */
const lengthHead = /^[0-9a-f]*:([AGLMOSTUVbglmos])([0-9a-f]+),/
const moduleRow = /^[0-9a-f]+:I\[("(?:[^"\\]|\\.)*"|\d+)/
const longestHead = 1_000

const headOf = (row: Buffer) => row.toString("latin1", 0, 24)

function rowsOf(bytes: Buffer): readonly Buffer[] {
  const rows: Buffer[] = []
  for (let start = 0; start < bytes.length;) {
    const head = lengthHead.exec(headOf(bytes.subarray(start)))
    const lineEnd = bytes.indexOf(10, start)
    const end = head
      ? start + head[0].length + Number.parseInt(head[2] ?? "", 16)
      : lineEnd === -1
        ? bytes.length
        : lineEnd + 1
    rows.push(bytes.subarray(start, end))
    start = end
  }
  return rows
}
