import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { accentStyles, contrastOf, isReadable, nightColourOf } from "./accent"

test.each([
  ["#000000", "#ffffff", 21],
  ["#ffffff", "#ffffff", 1],
  ["#777777", "#ffffff", 4.48], // the grey that all but passes
  ["#0000ff", "#ffffff", 8.59],
  ["#ff0000", "#ffffff", 4],
])("%s and %s are %d apart, as the calculator of WebAIM has it", (one, other, contrast) => {
  expect(contrastOf(one, other)).toBeCloseTo(contrast, 1)
  expect(contrastOf(other, one)).toBeCloseTo(contrast, 1)
})

test.each([
  ["#a63c17", true],
  ["#0063a0", true],
  ["#ffcc00", false],
  ["#8a8a8a", false],
])("%s can be read on the paper of the day: %s", (colour, can) => {
  expect(isReadable(colour)).toBe(can)
})

test("any colour can be read at night", () => {
  for (let colour = 0; colour <= 0xffffff; colour += 0x010d0b) {
    const night = nightColourOf(`#${colour.toString(16).padStart(6, "0")}`)
    expect(contrastOf(night, "#171614")).toBeGreaterThanOrEqual(4.5)
  }
})

test("the papers are those of the style sheet, and colours of the system stay", () => {
  expect(readFileSync("app/styles/theme.css", "utf8")).toContain(
    "--paper: light-dark(#fbfaf6, #171614);",
  )
  expect(accentStyles(undefined)).toBe("")
  expect(accentStyles("#0063a0")).toMatch(
    /^@media \(forced-colors: none\) \{\s+:root \{\s+--accent: light-dark\(#0063a0, #[0-9a-f]{6}\);/,
  )
})
