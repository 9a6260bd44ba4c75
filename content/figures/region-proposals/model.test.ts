import * as fc from "fast-check"
import { expect, test } from "vitest"
import { defaults, methods, moved, offsetsOf, passes, problemOf, proposesItself } from "./model"

test("R-CNN takes a pass a proposal, the others one", () => {
  expect(methods.map((method) => passes({ method }))).toEqual([2000, 1, 1])
  expect(methods.filter(proposesItself)).toEqual(["faster"])
})

test("what is said of a proposal moves it onto the box, and zeros leave it", () => {
  const size = fc.double({ min: 0.1, max: 50, noNaN: true })
  const box = fc.record({ x: size, y: size, w: size, h: size })
  fc.assert(
    fc.property(box, box, (proposal, truth) => {
      const found = moved(proposal, offsetsOf(proposal, truth))
      for (const side of ["x", "y", "w", "h"] as const) {
        expect(found[side]).toBeCloseTo(truth[side], 8)
      }
      expect(moved(proposal, { x: 0, y: 0, w: 0, h: 0 })).toEqual(proposal)
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ proposals: 0 })).toMatch(/1 to 3000/)
  expect(problemOf({ proposals: 2.5 })).toMatch(/1 to 3000/)
})
