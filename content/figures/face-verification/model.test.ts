import * as fc from "fast-check"
import { expect, test } from "vitest"
import { defaults, distance, loss, problemOf, tripletLoss } from "./model"

test("the examples of the course come out", () => {
  expect(loss({})).toBeCloseTo(0.19, 12)
  expect(loss({ negative: 0.7 })).toBeCloseTo(0, 12)
})

test("it is never below zero, and zero exactly where the margin is kept", () => {
  const number = fc.double({ min: 0, max: 2, noNaN: true })
  const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 3,
    maxLength: 3,
  })
  fc.assert(
    fc.property(number, number, number, (positive, negative, margin) => {
      const cost = tripletLoss(positive, negative, margin)
      expect(cost).toBeGreaterThanOrEqual(0)
      expect(cost === 0).toBe(positive - negative + margin <= 0)
    }),
  )
  fc.assert(
    fc.property(vector, vector, (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a))
      expect(distance(a, a)).toBe(0)
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, positive: -1 })).toMatch(/0 to 2/)
  expect(problemOf({ ...defaults, margin: 2 })).toMatch(/0 to 1/)
})
