import * as fc from "fast-check"
import { expect, test } from "vitest"
import { adamStep, defaults, height, methods, pathOf, problemOf, start, steepness } from "./model"

test("plain descent shrinks each direction by 1 − rate · steepness", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.025, noNaN: true }), fc.nat(60), (rate, steps) => {
      const end = pathOf("descent", { rate, steps }).at(-1) ?? [0, 0]
      end.forEach((value, axis) => {
        const expected = (start[axis] ?? 0) * (1 - rate * (steepness[axis] ?? 0)) ** steps
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(expected)),
        )
      })
    }),
  )
})

test("the first step of Adam is its rate, whatever the gradient", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (slope) => {
      expect(adamStep(0.1 * slope, 0.001 * slope * slope, 1, 0.001)).toBeCloseTo(0.001, 7)
      expect(adamStep(-0.1 * slope, 0.001 * slope * slope, 1, 0.001)).toBeCloseTo(-0.001, 7)
    }),
  )
})

test("on the ravine every other method is lower than plain descent, which climbs at a rate above 0.02", () => {
  const others = methods.filter((method) => method !== "descent")
  for (const method of others)
    expect(height({ method })).toBeLessThan(height({ method: "descent" }))
  expect(height({ method: "descent", rate: 0.021, steps: 100 })).toBeGreaterThan(
    height({ method: "descent", steps: 0 }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, rate: 1 })).toMatch(/0\.001 to 0\.025/)
  expect(problemOf({ ...defaults, steps: -1 })).toMatch(/0 to 100/)
  expect(() => pathOf("adam", { rate: 0, steps: 1 })).toThrow(RangeError)
})
