import * as fc from "fast-check"
import { expect, test } from "vitest"
import { defaults, gradientLeft, gradientsOf, left, problemOf, signalsOf } from "./model"

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

test("gradients are what a small change of the input makes of the output", () => {
  const run = (input: number, weight: number, blocks: number, around: number) => {
    let a = input
    for (let block = 0; block < blocks; block++) {
      a = Math.max(0, weight * Math.max(0, weight * a) + around * a)
    }
    return a
  }
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1.2, noNaN: true }), fc.nat(12), (weight, blocks) => {
      const settings = { weight, depth: blocks * 2 }
      for (const [kind, around] of [
        ["plain", 0],
        ["residual", 1],
      ] as const) {
        const change = 1e-6
        const slope =
          (run(1 + change, weight, blocks, around) - run(1 - change, weight, blocks, around)) /
          (2 * change)
        const found = gradientLeft({ ...settings, kind })
        expect(Math.abs(found - slope)).toBeLessThanOrEqual(1e-6 * Math.max(1, slope))
        expect(gradientsOf(settings)[kind]).toHaveLength(blocks + 1)
        expect(gradientsOf(settings)[kind].at(-1)).toBe(1)
      }
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, depth: 3 })).toMatch(/two in a block/)
  expect(problemOf({ ...defaults, weight: -1 })).toMatch(/0 to 1\.2/)
  expect(problemOf({ ...defaults, way: "up" as never })).toMatch(/forward/)
  expect(() => signalsOf({ ...defaults, depth: 5 })).toThrow(RangeError)
})
