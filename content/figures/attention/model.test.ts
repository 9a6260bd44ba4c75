import * as fc from "fast-check"
import { expect, test } from "vitest"
import { defaults, greatest, problemOf, softmax, weightsOf } from "./model"

const scores = fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1 })

test("shares add up to one, keep the order, and do not change when all scores grow alike", () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: -50, max: 50 }), (some, more) => {
      const shares = softmax(some)
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10)
      expect(shares[some.indexOf(Math.max(...some))]).toBe(Math.max(...shares))
      softmax(some.map((one) => one + more)).forEach((share, index) =>
        expect(share).toBeCloseTo(shares[index] ?? -1, 8),
      )
    }),
  )
})

test("the course's numbers come out", () => {
  softmax([2, 1, 0]).forEach((share, index) =>
    expect(share).toBeCloseTo([0.6652, 0.2447, 0.09][index] ?? -1, 4),
  )
  expect(softmax([16, 8, 0])[0]).toBeCloseTo(0.99966, 5)
  expect(greatest({})).toBeGreaterThan(0.9996)
  expect(weightsOf({ ...defaults, seen: 1 })).toEqual([1, 0, 0, 0])
})

test.each([[[]], [[Number.NaN]], [[1, Number.NaN]], [[-Infinity]]])("%j are no scores", (bad) => {
  expect(() => softmax(bad)).toThrow(RangeError)
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, size: 0 })).toMatch(/1 to 512/)
  expect(problemOf({ ...defaults, seen: 5 })).toMatch(/1 to 4/)
})
