import type { ServedFile } from "./manifest"
import type { Page } from "./page"

export type DeliveredPage = Pick<Page, "scripts" | "styles"> & {
  address: string
  /** The route that made it, such as `/posts/[slug]`. */
  kind: string
}

type Files = Readonly<Record<string, ServedFile>>
/** In bytes: as it is, and in brotli. */
type Weight = { raw: number; br: number }

const heaviest = 10

/** What a build tells of itself: the weight of each kind of page, and the heaviest pages. */
export function formatReport(pages: readonly DeliveredPage[], files: Files): string {
  const weighed = pages.map(({ address, kind, styles, scripts }) => ({
    address,
    kind,
    parts: [[address], styles, scripts].map((addresses) => weightOf(addresses, files)),
    html: weightOf([address], files),
  }))
  const kinds = [...new Set(pages.map(({ kind }) => kind))].sort().map((kind) => {
    const own = weighed.filter((page) => page.kind === kind)
    const mean = (part: number) => meanOf(own.flatMap(({ parts }) => parts[part] ?? []))
    return [kind, String(own.length), mean(0), mean(1), mean(2)]
  })
  const heavy = weighed
    .sort((a, b) => b.html.br - a.html.br || a.address.localeCompare(b.address, "en"))
    .slice(0, heaviest)
    .map(({ address, html }) => [address, kilobytes(html.raw), kilobytes(html.br)])

  return `
Mean weight of a page in kB, raw / brotli
${table([["kind of page", "pages", "HTML", "CSS", "script"], ...kinds])}

Heaviest pages in kB of HTML
${table([["page", "raw", "brotli"], ...heavy])}
`
}

function weightOf(addresses: readonly string[], files: Files): Weight {
  const weight = { raw: 0, br: 0 }
  for (const address of addresses) {
    const { identity, br } = findFile(address, files)?.forms ?? {}
    weight.raw += identity?.size ?? 0
    weight.br += (br ?? identity)?.size ?? 0
  }
  return weight
}

/** A page's addresses may begin with the base, below which the files are listed. */
const findFile = (address: string, files: Files) =>
  files[address] ?? files[address.replace(/^.*?(?=\/(?:_next|enhance)\/)/, "")]

function meanOf(weights: readonly Weight[]): string {
  const mean = (form: keyof Weight) =>
    kilobytes(weights.reduce((sum, weight) => sum + weight[form], 0) / weights.length)
  return `${mean("raw")} / ${mean("br")}`
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  const pad = (cell: string, i: number) =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)
  return rows.map((row) => row.map(pad).join("  ")).join("\n")
}
