import * as fc from "fast-check"
import { expect, test } from "vitest"
import { alignmentOf, defaults, numbersOf, problemOf, share, source, target } from "./model"

test("every row has a share for each word read, and adds up to one", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.2, max: 5, noNaN: true }), (temperature) => {
      const rows = alignmentOf(temperature)
      expect(rows.length).toBe(target.length)
      for (const row of rows) {
        expect(row.length).toBe(source.length)
        expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10)
      }
    }),
  )
})

test("cold gathers the attention, warmth spreads it", () => {
  expect(share({ temperature: 0.2 })).toBeGreaterThan(0.999)
  expect(share({ temperature: 5 })).toBeLessThan(0.4)
  expect(numbersOf(defaults).shares?.[2]).toBe(share({}))
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, word: 7 })).toMatch(/7 words/)
  expect(problemOf({ ...defaults, temperature: 0 })).toMatch(/0\.2 to 5/)
  expect(() => alignmentOf(0)).toThrow(RangeError)
})
