import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  brevityPenalty,
  clippedPrecision,
  defaults,
  examples,
  hits,
  known,
  partsOf,
  problemOf,
  references,
  score,
  wordsOf,
} from "./model"

const text = fc.array(fc.constantFrom(...references.flatMap(wordsOf), "dog"), { maxLength: 9 })

test("a word said seven times is counted as often as a reference has it", () => {
  expect(known({})).toBe(7)
  expect(hits({})).toBe(2)
  expect(partsOf("the cat the cat on the mat").runs).toEqual([
    [5, 7],
    [4, 6],
    [2, 5],
    [1, 4],
  ])
  expect(score({ translation: "the cat the cat on the mat" })).toBeCloseTo(
    ((5 / 7) * (4 / 6) * (2 / 5) * (1 / 4)) ** 0.25,
    12,
  )
  expect(clippedPrecision([], [])).toEqual([0, 0])
})

test("each of a translation's runs may use up one of a reference: the same, by crossing out", () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 4 }), (candidate, reference, n) => {
      const runs = (words: readonly string[]) =>
        words.flatMap((_, at) =>
          at + n <= words.length ? [words.slice(at, at + n).join(" ")] : [],
        )
      const left = runs(reference)
      let crossed = 0
      for (const run of runs(candidate)) {
        const at = left.indexOf(run)
        if (at < 0) continue
        left.splice(at, 1)
        crossed += 1
      }
      expect(clippedPrecision(candidate, [reference], n)[0]).toBe(crossed)
    }),
  )
})

test("a score is between 0 and 1, and 1 for what a person has said", () => {
  fc.assert(
    fc.property(text, (words) => {
      const found = score({ translation: words.join(" ") })
      expect(found).toBeGreaterThanOrEqual(0)
      expect(found).toBeLessThanOrEqual(1)
    }),
  )
  for (const translation of references) expect(score({ translation })).toBeCloseTo(1, 12)
  expect(score({ translation: "The cat is on the mat!" })).toBeCloseTo(1, 12)
})

test("what is shorter than its nearest reference pays for it", () => {
  expect(brevityPenalty(7, [6, 7])).toBe(1)
  expect(brevityPenalty(8, [6, 7])).toBe(1)
  expect(brevityPenalty(4, [6, 7])).toBeCloseTo(Math.exp(1 - 6 / 4), 12)
  expect(brevityPenalty(5, [4, 6])).toBe(1) // of two that are as near, the shorter
  expect(brevityPenalty(0, [6])).toBe(0)
})

test("settings that make no sense are named", () => {
  for (const translation of ["", "…", ...Object.keys(examples)]) {
    expect(problemOf({ translation })).toBeUndefined()
    expect(score({ translation })).not.toBeNaN()
  }
  expect(problemOf({ translation: "a ".repeat(21) })).toMatch(/20 words/)
  expect(problemOf({ ...defaults, translation: "a".repeat(201) })).toMatch(/200 letters/)
})
