import { linesOf, type Lettering } from "./lettering"

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

/** A card as SVG, whose letters are drawn: no program that shows it needs a font. */
export function drawCard(card: Card, style: Style, { bold, plain }: Letterings): string {
  const { site, author, accent, language } = style
  const { size, lines } = fit(card.title, language, bold)
  const top = 158 + size * 0.72
  const title = lines.map((line, index) =>
    lettersAt(bold, line, { x: margin, y: top + index * size * 1.16, size, fill: colours.ink }),
  )
  const foot = { y: height - 64, size: 32 }
  const right = width - margin - plain.line(author).width * foot.size
  const hasRoom = right > margin + 60 + bold.line(site).width * foot.size + 40
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${colours.paper}"/>
<rect width="${width}" height="10" fill="${accent}"/>
${lettersAt(bold, cut(card.label, bold, room / 32), { x: margin, y: 112, size: 32, fill: accent })}
${title.join("\n")}
${stripOf(card.strip ?? [], accent)}
${markAt(margin, foot.y - 29, accent)}
${lettersAt(bold, site, { ...foot, x: margin + 48, fill: colours.ink })}
${hasRoom ? lettersAt(plain, author, { ...foot, x: right, fill: colours.soft }) : ""}
</svg>`
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

/** A bar for each module of a course. */
function stripOf(strip: NonNullable<Card["strip"]>, accent: string): string {
  const gap = 8
  const each = (room - gap * (strip.length - 1)) / strip.length
  return strip
    .map((state, index) => {
      const x = (margin + index * (each + gap)).toFixed(2)
      const fill = state === "open" ? colours.line : accent
      const opacity = state === "before" ? ` opacity="0.45"` : ""
      return `<rect x="${x}" y="${height - 152}" width="${each.toFixed(2)}" height="10" rx="2" fill="${fill}"${opacity}/>`
    })
    .join("")
}

/** The mark of the site's header. */
const markAt = (x: number, y: number, accent: string) =>
  `<g transform="translate(${x} ${y}) scale(1.7)"><rect x="1" y="1" width="8" height="18" rx="1.5" fill="none" stroke="${colours.ink}" stroke-width="1.6"/><rect x="11" y="1" width="8" height="18" rx="1.5" fill="${accent}"/></g>`
