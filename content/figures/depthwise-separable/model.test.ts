import * as fc from "fast-check"
import { expect, test } from "vitest"
import { costsOf, defaults, problemOf, ratio } from "./model"

test("the example of the course comes out", () => {
  expect(costsOf(defaults)).toEqual({ standard: 2160, depthwise: 432, pointwise: 240 })
  expect(ratio(defaults)).toBeCloseTo(0.3111, 4)
})

test("what is left is 1/N + 1/f², whatever the picture, and costs are counted one by one", () => {
  const few = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 8 }), few, few, few, (n, f, into, out) => {
      const { standard } = costsOf({ n, f, into, out })
      let count = 0
      for (let x = 0; x + f <= n; x++) {
        for (let y = 0; y + f <= n; y++) {
          for (let filter = 0; filter < out; filter++) count += f * f * into
        }
      }
      expect(standard).toBe(count)
      expect(ratio({ n, f, into, out })).toBeCloseTo(1 / out + 1 / f ** 2, 12)
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, f: 7 })).toMatch(/does not fit/)
  expect(problemOf({ ...defaults, into: 0 })).toMatch(/1 to 1024/)
  expect(problemOf({ ...defaults, n: 2.5 })).toMatch(/1 to 256/)
  expect(() => costsOf({ ...defaults, f: 7 })).toThrow(RangeError)
})
