import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import { tokenClasses } from "./theme"

const sheets = await Promise.all(
  ["app/styles/theme.css", "lib/elements/code/style.css"].map((file) => readFile(file, "utf8")),
)

/** Colours of both themes by the names of their variables. */
const colours = new Map(
  [
    ...sheets
      .join("\n")
      .matchAll(/--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g),
  ].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
)
const grounds = ["raised", "code-marked", "code-ins", "code-del"]
const inks = ["ink", "soft", ...tokenClasses.map((name) => `code-${name}`)]

test("code stands on the raised ground of the theme", () => {
  expect(sheets.join("\n")).toContain("--code: var(--raised);")
})

test("every kind of token has its colour", () => {
  for (const name of tokenClasses) {
    expect(sheets.join("\n")).toMatch(
      new RegExp(`\\.${name} \\{\\s*color: var\\(--code-${name}\\)`),
    )
  }
})

test.each(inks.flatMap((ink) => grounds.map((ground) => [ink, ground])))(
  "%s on %s can be read in both themes",
  (ink = "", ground = "") => {
    for (const theme of ["light", "dark"] as const) {
      expect(contrast(colourOf(ink, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(4.5)
    }
  },
)

test("a mark's number can be read in both themes", () => {
  for (const theme of ["light", "dark"] as const) {
    expect(contrast(colourOf("accent", theme), colourOf("paper", theme))).toBeGreaterThanOrEqual(
      4.5,
    )
  }
})

function colourOf(name: string, theme: "light" | "dark"): string {
  const colour = colours.get(name)
  if (!colour) throw new Error(`Unexpected absence of --${name}, expected light-dark(#…, #…)`)
  return colour[theme]
}

/** WCAG 2.2: (lighter + 0.05) / (darker + 0.05), of relative luminances. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
