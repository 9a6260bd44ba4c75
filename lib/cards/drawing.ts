import { linesOf, type Lettering } from "./lettering"
import { blend } from "./colour"
import type { Piece } from "./picture"

/** What a link to a page looks like where it is shared. */
export type Card = {
  /** Of the page. */
  address: string
  title: string
  /** What kind of page it is, or where it belongs: "Part 1 of 2 · Nets". */
  label: string
  /** Of a page that is about a course: each of its modules. */
  strip?: readonly ("here" | "before" | "open")[]
}

/** What all cards of a site have in common. */
export type Style = { site: string; author: string; accent: string; language: string }

export type Letterings = { bold: Lettering; plain: Lettering }

/** In pixels: what sites that show cards ask for. */
export const cardSize = { width: 1200, height: 630 }

const { width, height } = cardSize
const margin = 80
const room = width - 2 * margin

/** As on the pages by day (`app/styles/theme.css`). */
const colours = { paper: "#fbfaf6", ink: "#1f1d1a", soft: "#5f5a51", line: "#dfdacd" }

/** The sizes of a title, in pixels, and how many lines it has room for: the first that holds it all. */
const sizes = [
  [84, 3],
  [70, 3],
  [58, 4],
  [48, 5],
  [40, 6],
] as const

/** The colours that pieces are drawn in, each by itself. */
export const coloursOf = (accent: string) => ({ ...colours, accent, before: fainter(accent) })

/** What stands on a card, on paper: its letters are drawn, so that nobody needs a font to see them. */
export function drawCard(card: Card, style: Style, { bold, plain }: Letterings): readonly Piece[] {
  const { site, author, accent, language } = style
  const { size, lines } = fit(card.title, language, bold)
  const top = 158 + size * 0.72
  const step = size * 1.16
  const title = lines.flatMap((line, index) =>
    lettersAt(bold, line, { x: margin, y: top + index * step, size, fill: colours.ink }),
  )
  const label = cut(card.label, bold, room / 32)
  const foot = { y: height - 64, size: 32 }
  const right = width - margin - plain.line(author).width * foot.size
  const hasRoom = right > margin + 60 + bold.line(site).width * foot.size + 40
  return [
    barAt(0, 0, { width, height: 10, fill: accent }),
    ...lettersAt(bold, label, { x: margin, y: 112, size: 32, fill: accent }),
    ...title,
    ...stripOf(card.strip ?? [], accent),
    markAt(margin, foot.y - 29, accent),
    ...lettersAt(bold, site, { ...foot, x: margin + 48, fill: colours.ink }),
    ...(hasRoom ? lettersAt(plain, author, { ...foot, x: right, fill: colours.soft }) : []),
  ]
}

/** The largest size at which a title has room; one that never has ends with an ellipsis. */
function fit(title: string, language: string, bold: Lettering) {
  for (const [size, most] of sizes) {
    const lines = linesOf(title, language, room / size, bold)
    const isWide = lines.some((line) => bold.line(line).width > room / size)
    if (lines.length <= most && !isWide) return { size, lines }
  }
  const [size, most] = sizes[sizes.length - 1] ?? [40, 6]
  const lines = linesOf(title, language, room / size, bold).slice(0, most)
  return { size, lines: lines.map((line) => cut(line, bold, room / size)) }
}

/** As much of a line as there is room for. */
function cut(text: string, lettering: Lettering, most: number): string {
  if (lettering.line(text).width <= most) return text
  let end = text.length - 1
  while (end > 0 && lettering.line(`${text.slice(0, end)}…`).width > most) end--
  return `${text.slice(0, end).trimEnd()}…`
}

type Place = { x: number; y: number; size: number; fill: string }

/** Letters at quarters of a pixel: finer nobody sees, and the same letter is drawn a few times only. */
function lettersAt(lettering: Lettering, text: string, { x, y, size, fill }: Place): Piece[] {
  const scale = size / 1000
  return lettering.line(text).letters.flatMap((one) => {
    if (one.path === "") return []
    const [left, up] = [x + one.x * size, y - one.y * size].map((at) => Math.round(at * 4) / 4)
    const [column, row] = [Math.floor(left ?? 0), Math.floor(up ?? 0)]
    const place = `${(left ?? 0) - column} ${(up ?? 0) - row}`
    const content = () =>
      `<path fill="${fill}" transform="translate(${place}) scale(${scale} ${-scale})" d="${one.path}"/>`
    // Letters reach further than lines do, and some beyond their own width.
    const around = Math.ceil(size / 2)
    const box = {
      left: -around,
      top: -Math.ceil(size * 1.3),
      width: Math.ceil(one.width * size) + 2 * around,
      height: Math.ceil(size * 1.9),
    }
    return [{ name: `${one.name} ${size} ${place} ${fill}`, x: column, y: row, box, content }]
  })
}

function barAt(
  x: number,
  y: number,
  { width, height, fill, rx = 0 }: { width: number; height: number; fill: string; rx?: number },
): Piece {
  const column = Math.floor(x)
  const content = `<rect x="${(x - column).toFixed(2)}" width="${width.toFixed(2)}" height="${height}" rx="${rx}" fill="${fill}"/>`
  const box = { left: 0, top: 0, width: Math.ceil(width) + 1, height }
  return { name: content, x: column, y, box, content: () => content }
}

const stripTop = height - 152

/** A colour on paper through which that is seen. */
const fainter = (colour: string) => blend(colour, colours.paper, 0.45)

/** A bar for each module of a course. */
function stripOf(strip: NonNullable<Card["strip"]>, accent: string): Piece[] {
  const gap = 8
  const each = (room - gap * (strip.length - 1)) / strip.length
  return strip.map((state, index) => {
    const fill = { here: accent, before: fainter(accent), open: colours.line }[state]
    return barAt(margin + index * (each + gap), stripTop, { width: each, height: 10, rx: 2, fill })
  })
}

/** The mark of the site's header. */
const markAt = (x: number, y: number, accent: string): Piece => ({
  name: `mark ${accent}`,
  x,
  y,
  box: { left: 0, top: 0, width: 36, height: 36 },
  content: () =>
    `<g transform="scale(1.7)"><rect x="1" y="1" width="8" height="18" rx="1.5" fill="none" stroke="${colours.ink}" stroke-width="1.6"/><rect x="11" y="1" width="8" height="18" rx="1.5" fill="${accent}"/></g>`,
})
