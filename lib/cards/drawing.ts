import { linesOf, type Lettering } from "./lettering"
import { blend } from "./colour"

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

/** A part of a card that something is drawn on, as high as that: content of SVG in the card's pixels. */
export type Band = { top: number; height: number; content: string }

/** The colours that bands are drawn in, each by itself. */
export const coloursOf = (accent: string) => ({ ...colours, accent, before: fainter(accent) })

/** What stands on a card, on paper: its letters are drawn, so that nobody needs a font to see them. */
export function drawCard(card: Card, style: Style, { bold, plain }: Letterings): readonly Band[] {
  const { site, author, accent, language } = style
  const { size, lines } = fit(card.title, language, bold)
  const top = 158 + size * 0.72
  const step = size * 1.16
  const title = lines.map((line, index) =>
    lettersAt(bold, line, { x: margin, y: top + index * step, size, fill: colours.ink }),
  )
  const label = cut(card.label, bold, room / 32)
  const foot = { y: height - 64, size: 32 }
  const right = width - margin - plain.line(author).width * foot.size
  const hasRoom = right > margin + 60 + bold.line(site).width * foot.size + 40
  const strip = stripOf(card.strip ?? [], accent)
  const bands = [
    { from: 0, to: 10, content: `<rect width="${width}" height="10" fill="${accent}"/>` },
    {
      from: 76,
      to: 124,
      content: lettersAt(bold, label, { x: margin, y: 112, size: 32, fill: accent }),
    },
    // Letters reach a little further than lines do.
    { from: top - size, to: top + lines.length * step - size * 0.75, content: title.join("") },
    { from: stripTop, to: stripTop + 10, content: strip },
    {
      from: foot.y - 34,
      to: foot.y + 14,
      content:
        markAt(margin, foot.y - 29, accent) +
        lettersAt(bold, site, { ...foot, x: margin + 48, fill: colours.ink }) +
        (hasRoom ? lettersAt(plain, author, { ...foot, x: right, fill: colours.soft }) : ""),
    },
  ]
  return bands.flatMap(({ from, to, content }) => {
    const [start, end] = [Math.floor(from), Math.min(Math.ceil(to), height)]
    return content === "" ? [] : [{ top: start, height: end - start, content }]
  })
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

function lettersAt(lettering: Lettering, text: string, { x, y, size, fill }: Place): string {
  const { letters } = lettering.line(text)
  const units = size / 1000
  const paths = letters.flatMap((one) => {
    if (one.path === "") return []
    const [left, up] = [x + one.x * size, y - one.y * size].map((place) => place.toFixed(2))
    return `<path transform="translate(${left} ${up}) scale(${units} ${-units})" d="${one.path}"/>`
  })
  return `<g fill="${fill}">${paths.join("")}</g>`
}

const stripTop = height - 152

/** A colour on paper through which that is seen. */
const fainter = (colour: string) => blend(colour, colours.paper, 0.45)

/** A bar for each module of a course. */
function stripOf(strip: NonNullable<Card["strip"]>, accent: string): string {
  const gap = 8
  const each = (room - gap * (strip.length - 1)) / strip.length
  return strip
    .map((state, index) => {
      const x = (margin + index * (each + gap)).toFixed(2)
      const fill = { here: accent, before: fainter(accent), open: colours.line }[state]
      return `<rect x="${x}" y="${stripTop}" width="${each.toFixed(2)}" height="10" rx="2" fill="${fill}"/>`
    })
    .join("")
}

/** The mark of the site's header. */
const markAt = (x: number, y: number, accent: string) =>
  `<g transform="translate(${x} ${y}) scale(1.7)"><rect x="1" y="1" width="8" height="18" rx="1.5" fill="none" stroke="${colours.ink}" stroke-width="1.6"/><rect x="11" y="1" width="8" height="18" rx="1.5" fill="${accent}"/></g>`
