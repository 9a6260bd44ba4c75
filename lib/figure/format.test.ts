import * as fc from "fast-check"
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
  [-Infinity, 3, "−∞"],
])("%d with %i digits is %s", (value, digits, text) => {
  expect(format(value, digits)).toBe(text)
})

test.each(["en-GB", "de", "fr", "es", "pl", "pt-PT", "de-CH", "hi", "ar-EG", "ja"])(
  "numbers of %s are as Intl writes them",
  (language) => {
    const short = fc
      .tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, places]) => Number(`${digits}e-${places}`)) // ties among them
    const any = fc.oneof(short, fc.double({ min: 0, max: 9.9e9, noNaN: true }))
    fc.assert(
      fc.property(any, fc.boolean(), fc.integer({ min: 1, max: 9 }), (size, isBelow, digits) => {
        fc.pre(size === 0 || size >= 1e-4)
        const value = isBelow && size > 0 ? -size : size
        const whole = Math.floor(Math.log10(size || 1)) + 1
        const maximumSignificantDigits = Math.max(digits, whole, 1)
        const expected = value.toLocaleString(language, { maximumSignificantDigits })
        expect(format(value, digits, language)).toBe(expected.replace("-", "−"))
      }),
      { numRuns: 500 },
    )
  },
)

test("a language has its own point and its own groups", () => {
  expect(format(1234.5, 6, "de")).toBe("1.234,5")
  expect(format(0.00001234, 3, "de")).toBe("1,23 × 10⁻⁵")
})
