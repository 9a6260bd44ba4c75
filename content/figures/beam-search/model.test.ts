import * as fc from "fast-check"
import { expect, test } from "vitest"
import { beamsOf, defaults, found, probability, problemOf, scoreOf, tree, type Tree } from "./model"

/** Every sentence of the language, by going through all of it. */
function* sentences(
  next: Tree = tree,
  words: readonly string[] = [],
  p = 1,
): Generator<{ words: readonly string[]; p: number }> {
  for (const [word, one] of Object.entries(next)) {
    const longer = [...words, word]
    if (one.next) yield* sentences(one.next, longer, p * one.p)
    else yield { words: longer, p: p * one.p }
  }
}

test("the probabilities of all sentences add up to one", () => {
  expect([...sentences()].reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 12)
})

test("a beam of one ends at .105, one of two finds the likeliest sentence, at .288", () => {
  expect(probability({})).toBeCloseTo(0.6 * 0.35 * 0.5, 12)
  expect(probability({ width: 2 })).toBeCloseTo(0.4 * 0.9 * 0.8, 12)
  // After two words: greedy .21, and .36 with two.
  expect(Math.exp(beamsOf(defaults)[1]?.[0]?.logP ?? 0)).toBeCloseTo(0.21, 12)
  expect(Math.exp(beamsOf({ ...defaults, width: 2 })[1]?.[0]?.logP ?? 0)).toBeCloseTo(0.36, 12)
})

test("a beam as wide as the language finds what trying all of it finds", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (alpha) => {
      const scores = [...sentences()].map(({ words, p }) =>
        scoreOf({ words, logP: Math.log(p), isWhole: true }, alpha),
      )
      expect(scoreOf(found({ width: 20, alpha }), alpha)).toBeCloseTo(Math.max(...scores), 10)
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, width: 0 })).toMatch(/1 to 4/)
  expect(problemOf({ ...defaults, alpha: 2 })).toMatch(/0 to 1/)
  expect(() => beamsOf({ ...defaults, width: 1.5 })).toThrow(RangeError)
})
