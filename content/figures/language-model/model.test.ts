import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  defaults,
  nextAfter,
  perplexity,
  perplexityOf,
  problemOf,
  tokens,
  tokensOf,
  write,
} from "./model"

test("words and sentences' ends are told apart", () => {
  expect(tokensOf("A cat, 2 dogs. Why?")).toEqual(["a", "cat", "2", "dogs", ".", "why", "?"])
})

test("after any words the shares add up to one, and a temperature keeps their order", () => {
  const place = fc.nat(tokens.length - 1)
  const temperature = fc.double({ min: 0.2, max: 3, noNaN: true })
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 4 }), temperature, (at, n, heat) => {
      const context = tokens.slice(0, at)
      const next = nextAfter(context, { n, temperature: heat })
      expect(next.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 10)
      const cool = nextAfter(context, { n, temperature: 1 })
      const shareOf = new Map(cool.map(({ word, p }) => [word, p]))
      for (const [index, { word }] of next.entries()) {
        const before = next[index - 1]
        if (!before) continue
        expect(shareOf.get(before.word)).toBeGreaterThanOrEqual(shareOf.get(word) ?? 1)
      }
    }),
  )
})

test("single words are as likely as they are frequent", () => {
  for (const { word, p } of nextAfter(["anything"], { n: 1, temperature: 1 })) {
    expect(p).toBeCloseTo(tokens.filter((one) => one === word).length / tokens.length, 12)
  }
})

test("the perplexity of equal chances is their number, and falls with longer units", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (count) => {
      const equal = Array.from({ length: 20 }, () => 1 / count)
      expect(perplexityOf(equal)).toBeCloseTo(count, 6)
    }),
  )
  const [one = 0, two = 0, three = 0] = [1, 2, 3].map((n) => perplexity({ n }))
  expect(one).toBeGreaterThan(two)
  expect(two).toBeGreaterThan(three)
  expect(three).toBeGreaterThanOrEqual(1)
})

test("the same seed writes the same words, and each is one that may come", () => {
  fc.assert(
    fc.property(fc.nat(99), fc.integer({ min: 1, max: 4 }), (seed, n) => {
      const settings = { ...defaults, seed, n, written: 30 }
      const words = write(settings)
      expect(write(settings)).toEqual(words)
      for (const [at, word] of words.entries()) {
        expect(nextAfter(words.slice(0, at), settings).map((one) => one.word)).toContain(word)
      }
    }),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, n: 0 })).toMatch(/1 to 4/)
  expect(problemOf({ ...defaults, temperature: 0 })).toMatch(/0\.2 to 3/)
  expect(problemOf({ ...defaults, written: 31 })).toMatch(/0 to 30/)
  expect(problemOf({ ...defaults, seed: 0.5 })).toMatch(/100 draws/)
})
