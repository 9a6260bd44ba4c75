import type { ServedFile } from "./manifest"
import type { Page } from "./page"

export type DeliveredPage = {
  address: string
  /** The route that made it, such as `/posts/[slug]`. */
  kind: string
  page: Page
}

type Files = Readonly<Record<string, ServedFile>>

const heaviest = 10

/** What a build tells of itself: the weight of each kind of page, and the heaviest pages. */
export function formatReport(pages: readonly DeliveredPage[], files: Files): string {
  const kinds = [...new Set(pages.map(({ kind }) => kind))].sort()
  const rows = kinds.map((kind) => {
    const ofKind = pages.filter((page) => page.kind === kind)
    const weights = ofKind.map((page) => weightOf(page, files))
    const mean = (part: (weight: Weight) => Sizes) =>
      `${kilobytes(average(weights, (w) => part(w).raw))} / ${kilobytes(average(weights, (w) => part(w).br))}`
    return [
      kind,
      String(ofKind.length),
      mean(({ html }) => html),
      mean(({ styles }) => styles),
      mean(({ scripts }) => scripts),
    ]
  })
  const header = ["kind of page", "pages", "HTML", "CSS", "script"]
  const heavy = pages
    .map((page) => ({ page, weight: weightOf(page, files) }))
    .map(({ page, weight }) => ({ address: page.address, html: weight.html }))
    .sort((a, b) => b.html.br - a.html.br || a.address.localeCompare(b.address, "en"))
    .slice(0, heaviest)
    .map(({ address, html }) => [address, kilobytes(html.raw), kilobytes(html.br)])

  return `
Mean weight of a page in kB, raw / brotli
${table([header, ...rows])}

Heaviest pages in kB of HTML
${table([["page", "raw", "brotli"], ...heavy])}
`
}

type Sizes = { raw: number; br: number }
type Weight = { html: Sizes; styles: Sizes; scripts: Sizes }

function weightOf({ address, page }: DeliveredPage, files: Files): Weight {
  const sum = (addresses: readonly string[]) =>
    addresses
      .map((one) => sizesOf(findFile(one, files)))
      .reduce((a, b) => ({ raw: a.raw + b.raw, br: a.br + b.br }), { raw: 0, br: 0 })
  return {
    html: sizesOf(files[address]),
    styles: sum(page.styles),
    scripts: sum(page.scripts),
  }
}

/** A page's addresses may begin with the base, below which the files are listed. */
const findFile = (address: string, files: Files) =>
  files[address] ?? files[address.replace(/^.*?(?=\/(?:_next|enhance)\/)/, "")]

function sizesOf(file: ServedFile | undefined): Sizes {
  const raw = file?.forms.identity?.size ?? 0
  return { raw, br: file?.forms.br?.size ?? raw }
}

const average = (weights: readonly Weight[], value: (weight: Weight) => number) =>
  weights.reduce((sum, weight) => sum + value(weight), 0) / weights.length

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join("  "),
    )
    .join("\n")
}
