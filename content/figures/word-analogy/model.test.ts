import * as fc from "fast-check"
import { expect, test } from "vitest"
import { answer, answersOf, cosine, defaults, problemOf, words } from "./model"

test.each([
  [{}, "queen"],
  [{ a: "man", b: "boy", c: "queen" }, "princess"],
  [{ a: "king", b: "queen", c: "uncle" }, "aunt"],
  [{ a: "boy", b: "girl", c: "prince" }, "princess"],
] as const)("%j is answered by %s", (settings, word) => {
  expect(answer(settings)).toBe(word)
})

test("the cosine is that of the angle, whatever the lengths, and the same both ways", () => {
  const number = fc.double({ min: -1, max: 1, noNaN: true })
  const vector = fc
    .array(number, { minLength: 4, maxLength: 4 })
    .filter((one) => Math.hypot(...one) > 1e-3)
  fc.assert(
    fc.property(vector, vector, fc.integer({ min: 1, max: 50 }), (a, b, factor) => {
      const likeness = cosine(a, b)
      expect(cosine(b, a)).toBeCloseTo(likeness, 12)
      expect(
        cosine(
          a.map((one) => one * factor),
          b,
        ),
      ).toBeCloseTo(likeness, 10)
      const unit = (one: readonly number[]) => one.map((value) => value / Math.hypot(...one))
      const [p, q] = [unit(a), unit(b)]
      const apart = Math.hypot(...p.map((value, index) => value - (q[index] ?? 0)))
      expect(1 - apart ** 2 / 2).toBeCloseTo(likeness, 10)
    }),
  )
})

test("no answer is a word of the question, and all others are ranked", () => {
  const word = fc.constantFrom(...words)
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      fc.pre(problemOf({ a, b, c }) === undefined)
      const found = answersOf({ a, b, c }).map(({ word }) => word)
      expect(new Set([...found, a, b, c]).size).toBe(words.length)
      expect(found.some((one) => one === a || one === b || one === c)).toBe(false)
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, a: "emperor" as "man" })).toMatch(/emperor/)
  expect(() => cosine([0, 0], [1, 0])).toThrow(RangeError)
  expect(() => cosine([1], [1, 2])).toThrow(RangeError)
})
