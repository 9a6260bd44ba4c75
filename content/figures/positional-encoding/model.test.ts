import * as fc from "fast-check"
import { expect, test } from "vitest"
import { atDistance, count, defaults, encodingOf, likeness, numbersOf, problemOf } from "./model"

const settings = fc.record({
  a: fc.nat(500),
  distance: fc.nat(500),
  pairs: fc.integer({ min: 1, max: 256 }),
})

test("the paper's numbers come out", () => {
  encodingOf(1, 4).forEach((one, index) =>
    expect(one).toBeCloseTo([0.8415, 0.5403, 0.01, 0.99995][index] ?? -1, 4),
  )
  expect(encodingOf(0, 6)).toEqual([0, 1, 0, 1, 0, 1])
})

test("how alike two positions are is decided by their distance alone: a mean of cosines", () => {
  fc.assert(
    fc.property(settings, ({ a, distance, pairs }) => {
      let sum = 0
      for (let i = 0; i < pairs; i++) sum += Math.cos(distance / 10_000 ** (i / pairs))
      expect(likeness(a, a + distance, pairs * 2)).toBeCloseTo(sum / pairs, 8)
      expect(likeness(a + distance, a, pairs * 2)).toBeCloseTo(sum / pairs, 8)
    }),
  )
})

test("the encoding of a position further on is the same turn of each, wherever that is", () => {
  fc.assert(
    fc.property(settings, ({ a, distance, pairs }) => {
      const [before, after] = [encodingOf(a, pairs * 2), encodingOf(a + distance, pairs * 2)]
      for (let i = 0; i < pairs; i++) {
        const angle = distance / 10_000 ** (i / pairs)
        const [sin = 0, cos = 0] = before.slice(2 * i)
        expect(after[2 * i]).toBeCloseTo(sin * Math.cos(angle) + cos * Math.sin(angle), 8)
      }
    }),
  )
})

test("nothing is as like a position as itself", () => {
  const all = numbersOf(defaults).likeness
  expect(all).toHaveLength(count)
  expect(all[defaults.position]).toBeCloseTo(1, 10)
  expect(Math.max(...all)).toBe(all[defaults.position])
  expect(atDistance({ distance: 3, from: 9 })).toBeCloseTo(atDistance({ distance: 3 }), 10)
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, position: 24 })).toMatch(/0 to 23/)
  expect(problemOf({ ...defaults, size: 5 })).toMatch(/even/)
})
