/**
 * The flight data of a page, React's description of itself, as the page pushes it: `[0]` first, then
 * `[1, text]`. The texts together are rows, each `id:value` and a line end, but for those of long
 * text, `id:Tlength,text`, whose length is hexadecimal and in bytes.
 */
export type Flight = readonly unknown[]

/** Ids of the client modules that flight data imports, in rows such as `a:I[39756,…`. */
export const moduleIdsIn = (flight: Flight): readonly string[] =>
  [...textOf(flight).matchAll(/^[0-9a-f]+:I\["?([^",\]]+)/gm)].map(([, id]) => id ?? "")

/**
 * Flight data in which the site lies below a path, as its HTML does: React would otherwise load again,
 * from the wrong place, what the HTML has loaded.
 */
export function prefixFlight(flight: Flight, base: string): Flight {
  if (base === "") return flight
  const rows = rowsOf(Buffer.from(textOf(flight)))
  const text = rows.map((row) => (isText(row) ? row : prefixRow(row.toString("utf8"), base)))
  return [[0], [1, text.map(String).join("")]]
}

const textOf = (flight: Flight): string =>
  flight.map((push) => (Array.isArray(push) && typeof push[1] === "string" ? push[1] : "")).join("")

const prefixRow = (row: string, base: string) =>
  row.replaceAll(
    /"(href|src|poster|source)":"\/(?!\/)([^"]*)"/g,
    (whole, name: string, path: string) =>
      `/${path}`.startsWith(`${base}/_next/`) ? whole : `"${name}":"${base}/${path}"`,
  )

const longText = /^[0-9a-f]*:T([0-9a-f]+),/

const isText = (row: Buffer) => longText.test(row.subarray(0, 24).toString("latin1"))

function rowsOf(bytes: Buffer): readonly Buffer[] {
  const rows: Buffer[] = []
  for (let start = 0; start < bytes.length;) {
    const head = longText.exec(bytes.subarray(start, start + 24).toString("latin1"))
    const lineEnd = bytes.indexOf(10, start)
    const end = head
      ? start + head[0].length + Number.parseInt(head[1] ?? "", 16)
      : lineEnd === -1
        ? bytes.length
        : lineEnd + 1
    rows.push(bytes.subarray(start, end))
    start = end
  }
  return rows
}
