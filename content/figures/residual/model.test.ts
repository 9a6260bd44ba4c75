import * as fc from "fast-check"
import { expect, test } from "vitest"
import { defaults, left, problemOf, signalsOf } from "./model"

test("blocks that have learnt nothing pass their input on exactly, plain ones nothing", () => {
  const { plain, residual } = signalsOf({ depth: 50, weight: 0 })
  expect(new Set(residual)).toEqual(new Set([1]))
  expect(new Set(plain.slice(1))).toEqual(new Set([0]))
})

test("a block multiplies by w², and with a way around it by 1 + w²", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1.2, noNaN: true }), fc.nat(25), (weight, blocks) => {
      const settings = { weight, depth: blocks * 2 }
      expect(left({ ...settings, kind: "plain" })).toBeCloseTo(weight ** (2 * blocks), 6)
      const expected = (1 + weight ** 2) ** blocks
      expect(left({ ...settings, kind: "residual" }) / expected).toBeCloseTo(1, 8)
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, depth: 3 })).toMatch(/two in a block/)
  expect(problemOf({ ...defaults, weight: -1 })).toMatch(/0 to 1\.2/)
  expect(() => signalsOf({ ...defaults, depth: 5 })).toThrow(RangeError)
})
