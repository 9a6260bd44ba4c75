import * as fc from "fast-check"
import { expect, test } from "vitest"
import { defaults, gruStep, halfLife, lstmStep, memoriesOf, parameters, problemOf } from "./model"

test("a forget gate of 1 and a shut input gate copy the memory exactly", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ min: -1, max: 1 }), (memory, candidate) => {
      expect(lstmStep(memory, Number.isNaN(candidate) ? 0 : candidate, 1, 0)).toBeCloseTo(memory)
    }),
  )
  expect(memoriesOf(defaults).slice(1)).toEqual(Array.from({ length: 10 }, () => 1))
})

test("a GRU's memory stays between what it was and what is offered", () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(unit, unit, unit, (memory, candidate, update) => {
      const next = gruStep(memory, candidate, update)
      expect(next).toBeGreaterThanOrEqual(Math.min(memory, candidate) - 1e-12)
      expect(next).toBeLessThanOrEqual(Math.max(memory, candidate) + 1e-12)
    }),
  )
})

test.each([
  [0.9, 6.5788],
  [0.99, 68.968],
])("at %f half is left after %f steps", (keep, steps) => {
  expect(halfLife({ keep })).toBeCloseTo(steps, 3)
})

test("cells of 100 units for 50 inputs have as many parameters as the course counts", () => {
  expect(["rnn", "gru", "lstm"].map((cell) => parameters({ cell: cell as "rnn" }))).toEqual([
    15_100, 45_300, 60_400,
  ])
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, keep: 1.2 })).toMatch(/between 0/)
  expect(problemOf({ ...defaults, cell: "tcn" as "gru" })).toMatch(/three cells/)
  expect(() => memoriesOf({ ...defaults, keep: Number.NaN })).toThrow(RangeError)
})
