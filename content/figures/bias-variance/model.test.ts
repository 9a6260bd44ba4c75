import * as fc from "fast-check"
import { expect, test } from "vitest"
import { avoidableBias, defaults, problemOf, variance, verdictOf } from "./model"

// C2W1 and C3W1: the tables of the course, people's error near 0 unless it is named.
test.each([
  [0, 1, 11, "variance"],
  [0, 15, 16, "bias"],
  [0, 15, 30, "both"],
  [0, 0.5, 1, "neither"],
  [1, 8, 10, "bias"],
  [7.5, 8, 10, "variance"],
] as const)("people %f, training %f, development %f: %s", (human, train, dev, verdict) => {
  expect(verdictOf({ human, train, dev })).toBe(verdict)
})

test("the two gaps and people's error add up to the error on new examples", () => {
  const error = fc.integer({ min: 0, max: 100 }).map((half) => half / 2)
  fc.assert(
    fc.property(error, error, error, (human, train, dev) => {
      const sum = human + avoidableBias({ human, train }) + variance({ train, dev })
      expect(sum).toBeCloseTo(dev, 9)
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, dev: 51 })).toMatch(/0 and 50/)
  expect(problemOf({ ...defaults, human: Number.NaN })).toMatch(/0 and 50/)
})
