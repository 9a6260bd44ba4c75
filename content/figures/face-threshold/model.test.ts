import * as fc from "fast-check"
import { expect, test } from "vitest"
import { defaults, falseAccepts, falseRejects, others, problemOf, same } from "./model"

test("at the default one of ten passes, and one of ten is turned away", () => {
  expect(falseAccepts({})).toBe(0.1)
  expect(falseRejects({})).toBe(0.1)
  expect(falseAccepts({ threshold: 0.85 })).toBe(0)
  expect(falseRejects({ threshold: 0.85 })).toBe(0.3)
})

test("no threshold makes both errors less, and the shares are those of pairs that were counted", () => {
  const threshold = fc.double({ min: 0, max: 2, noNaN: true })
  fc.assert(
    fc.property(threshold, threshold, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      expect(falseAccepts({ threshold: high })).toBeGreaterThanOrEqual(
        falseAccepts({ threshold: low }),
      )
      expect(falseRejects({ threshold: high })).toBeLessThanOrEqual(
        falseRejects({ threshold: low }),
      )
      let [accepted, rejected] = [0, 0]
      for (const distance of others) if (distance < a) accepted++
      for (const distance of same) if (distance >= a) rejected++
      expect(falseAccepts({ threshold: a }) * others.length).toBeCloseTo(accepted, 9)
      expect(falseRejects({ threshold: a }) * same.length).toBeCloseTo(rejected, 9)
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ threshold: -1 })).toMatch(/0 to 2/)
  expect(problemOf({ threshold: Number.NaN })).toMatch(/0 to 2/)
})
