import * as fc from "fast-check"
import { expect, test } from "vitest"
import { crop, defaults, levelsOf, output, parameters, problemOf } from "./model"

test("the sizes are those of the paper's first figure", () => {
  const levels = levelsOf(defaults)
  expect(levels.map(({ down }) => down)).toEqual([
    [572, 568],
    [284, 280],
    [140, 136],
    [68, 64],
    [32, 28],
  ])
  expect(levels.map(({ up }) => up)).toEqual([
    [392, 388],
    [200, 196],
    [104, 100],
    [56, 52],
    undefined,
  ])
  expect(crop({})).toBe(88)
  expect(levels.map((level) => level.crop)).toEqual([88, 40, 16, 4, undefined])
  expect(parameters()).toBe(31_030_658)
})

test("with zeros around, sizes that can be halved four times come out as they went in", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 50 }), (times) => {
      const size = times * 16
      expect(output({ size, isPadded: true })).toBe(size)
      expect(
        levelsOf({ size, isPadded: true }).every(({ isOdd, crop = 0 }) => !isOdd && crop === 0),
      ).toBe(true)
    }),
  )
})

test("what is copied is never smaller than what it meets", () => {
  fc.assert(
    fc.property(fc.integer({ min: 140, max: 800 }), fc.boolean(), (size, isPadded) => {
      fc.pre(problemOf({ size, isPadded }) === undefined)
      for (const { crop = 0 } of levelsOf({ size, isPadded }))
        expect(crop).toBeGreaterThanOrEqual(0)
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, size: 60 })).toMatch(/too small/)
  expect(problemOf({ ...defaults, size: 1000 })).toMatch(/20 to 800/)
  expect(() => levelsOf({ ...defaults, size: 60 })).toThrow(RangeError)
})
