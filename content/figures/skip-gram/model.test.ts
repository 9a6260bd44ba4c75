import * as fc from "fast-check"
import { expect, test } from "vitest"
import { defaults, neighboursOf, noise, problemOf, questions, sentence } from "./model"

test("the noise of the course's example comes out, and always adds up to one", () => {
  Object.values(noise({ alpha: 0.75 })).forEach((one, index) =>
    expect(one).toBeCloseTo([0.825, 0.1467, 0.0282][index] ?? -1, 4),
  )
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (alpha) => {
      const shares = Object.values(noise({ alpha }))
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      expect(shares.toSorted((a, b) => b - a)).toEqual(shares)
    }),
  )
  expect(Object.values(noise({ alpha: 0 }))).toEqual([1 / 3, 1 / 3, 1 / 3])
  expect(questions({ k: 5 })).toBe(6)
})

test("a word has the neighbours within its window, counted one by one, and never itself", () => {
  fc.assert(
    fc.property(fc.nat(sentence.length - 1), fc.integer({ min: 1, max: 5 }), (at, window) => {
      const found = new Set<number>()
      for (let step = 1; step <= window; step++) {
        for (const index of [at - step, at + step]) {
          if (index >= 0 && index < sentence.length) found.add(index)
        }
      }
      expect(neighboursOf({ at, window })).toEqual([...found].sort((a, b) => a - b))
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, at: 13 })).toMatch(/13 words/)
  expect(problemOf({ ...defaults, window: 0 })).toMatch(/1 to 5/)
  expect(problemOf({ ...defaults, alpha: 2 })).toMatch(/0 to 1/)
})
