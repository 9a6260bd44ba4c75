import * as fc from "fast-check"
import { expect, test } from "vitest"
import { clip, defaults, gradientsOf, limit, problemOf, product } from "./model"

test.each([
  [1.5, 6.376e8],
  [0.5, 8.8818e-16],
  [1.1, 117.39],
  [0.9, 0.0051538],
])("%f to the 50 is %f", (weight, expected) => {
  expect(product({ weight, depth: 50 }) / expected).toBeCloseTo(1, 3)
})

test("each step multiplies once more, and clipping keeps the direction", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 1.5, noNaN: true }), fc.nat(50), (weight, depth) => {
      let gradient = 1
      for (const one of gradientsOf({ weight, depth, isClipped: false })) {
        expect(one).toBeCloseTo(gradient, 5)
        gradient *= weight
      }
      for (const one of gradientsOf({ weight, depth, isClipped: true })) {
        expect(Math.abs(one)).toBeLessThanOrEqual(limit)
      }
    }),
  )
  expect(clip(-70)).toBe(-limit)
  expect(clip(0.2)).toBe(0.2)
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, weight: Number.NaN })).toMatch(/0\.5 to 1\.5/)
  expect(problemOf({ ...defaults, depth: 2.5 })).toMatch(/1 to 50/)
  expect(() => gradientsOf({ ...defaults, depth: -1 })).toThrow(RangeError)
})
