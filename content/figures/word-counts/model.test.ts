import * as fc from "fast-check"
import { expect, test } from "vitest"
import { defaults, probabilities, problemOf, ratio, weight, words } from "./model"

test("the ratios are those that the paper prints", () => {
  const printed = { solid: 8.9, gas: 0.085, water: 1.36, fashion: 0.96 }
  for (const word of words) expect(ratio({ word }) / printed[word]).toBeCloseTo(1, 1)
  for (const { ice, steam } of Object.values(probabilities)) expect(ice * steam).toBeGreaterThan(0)
})

test("the weight rises with the count, from 0 to 1, and no further", () => {
  expect(weight({ count: 10 })).toBeCloseTo(0.17783, 5)
  expect(weight({ count: 0 })).toBe(0)
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      expect(weight({ count: low })).toBeLessThanOrEqual(weight({ count: high }))
      expect(weight({ count: high })).toBeLessThanOrEqual(1)
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, word: "ice" as "gas" })).toMatch(/four words/)
  expect(problemOf({ ...defaults, count: -1 })).toMatch(/0 to 200/)
})
