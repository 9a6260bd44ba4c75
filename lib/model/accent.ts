/** The paper of a page, by day and by night: what an accent has to be told from (`app/styles/theme.css`). */
export const papers = { light: "#fbfaf6", dark: "#171614" } as const

/** The accent by day of a site that has none of its own (`app/styles/theme.css`). */
export const siteAccent = "#a63c17"

/** What text needs to be told from its ground (WCAG 2.2, 1.4.3, level AA). */
const leastContrast = 4.5

/** A colour as `#rrggbb`. */
export const colourForm = /^#[0-9a-f]{6}$/i

const channelsOf = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)

/** The relative luminance of a colour, from 0 of black to 1 of white (WCAG 2.2). */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How far two colours are apart, from 1 of the same to 21 of black and white (WCAG 2.2). */
export function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Whether links in a colour can be read on the paper of the day. */
export const isReadable = (colour: string): boolean =>
  contrastOf(colour, papers.light) >= leastContrast

/** A colour between one and white. @param share of white, from 0 to 1 */
const lightened = (colour: string, share: number) =>
  `#${channelsOf(colour)
    .map((channel) =>
      Math.round((channel + (1 - channel) * share) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`

/** The colour for the night: as much lighter as it takes to be read on dark paper. */
export function nightColourOf(colour: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const lighter = lightened(colour, share)
    if (contrastOf(lighter, papers.dark) >= leastContrast + 1.5) return lighter
  }
  return "#ffffff"
}

/** The style sheet of a site's own accent; where colours are the system's, those stay. */
export const accentStyles = (accent: string | undefined): string =>
  accent === undefined
    ? ""
    : `@media (forced-colors: none) {\n  :root {\n    --accent: light-dark(${accent}, ${nightColourOf(accent)});\n  }\n}\n`
