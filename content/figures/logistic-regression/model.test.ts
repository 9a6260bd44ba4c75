import * as fc from "fast-check"
import { expect, test } from "vitest"
import { cost, costOf, defaults, gradientOf, problemOf, trained } from "./model"

test("the exercise of the course comes out", () => {
  expect(cost({})).toBeCloseTo(5.801545319394553, 12)
  const { w1, w2, b } = gradientOf(defaults)
  expect(w1).toBeCloseTo(0.99845601, 8)
  expect(w2).toBeCloseTo(2.39507239, 8)
  expect(b).toBeCloseTo(0.00145558, 8)
  expect(cost({ w1: 0, w2: 0, b: 0 })).toBeCloseTo(Math.LN2, 12)
})

test("the gradient is the slope of the cost, taken from both sides", () => {
  const number = fc.double({ min: -2, max: 2, noNaN: true })
  fc.assert(
    fc.property(number, number, number, (w1, w2, b) => {
      const state = { w1, w2, b }
      const slope = gradientOf(state)
      for (const name of ["w1", "w2", "b"] as const) {
        const moved = (by: number) => costOf({ ...state, [name]: state[name] + by })
        expect((moved(1e-5) - moved(-1e-5)) / 2e-5).toBeCloseTo(slope[name], 5)
      }
    }),
  )
})

test("small steps never raise the cost, and none leave all as it was", () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true })
  fc.assert(
    fc.property(number, number, number, fc.nat(100), (w1, w2, b, steps) => {
      const settings = { w1, w2, b, rate: 0.1 }
      expect(cost({ ...settings, steps: steps + 1 })).toBeLessThanOrEqual(
        cost({ ...settings, steps }) + 1e-12,
      )
    }),
  )
  expect(trained(defaults)).toEqual({ w1: 1, w2: 2, b: 2 })
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, w1: 9 })).toMatch(/−5 and 5/)
  expect(problemOf({ ...defaults, steps: 0.5 })).toMatch(/0 to 200/)
  expect(problemOf({ ...defaults, rate: 0 })).toMatch(/above 0/)
})
