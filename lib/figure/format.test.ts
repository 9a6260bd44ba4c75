import { expect, test } from "vitest"
import { format } from "./format"

test.each([
  [0, 4, "0"],
  [-0, 4, "0"],
  [-1, 4, "−1"],
  [117.3908, 4, "117.4"],
  [0.0051537752, 3, "0.00515"],
  [138357544, 4, "138,357,544"],
  [2.5, 1, "3"],
  [0.1 + 0.2, 4, "0.3"],
  [6.376e-27, 3, "6.38 × 10⁻²⁷"],
  [-6.376e12, 2, "−6.4 × 10¹²"],
])("%d with %i digits is %s", (value, digits, text) => {
  expect(format(value, digits)).toBe(text)
})

test("a language has its own point and its own groups", () => {
  expect(format(1234.5, 6, "de")).toBe("1.234,5")
  expect(format(0.00001234, 3, "de")).toBe("1,23 × 10⁻⁵")
})
