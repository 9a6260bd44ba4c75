import * as fc from "fast-check"
import { expect, test } from "vitest"
import { attend, defaults, headsOf, outputOf, problemOf, share, type Matrix } from "./model"

const row = (size: number) =>
  fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: size, maxLength: size })
const matrix = (rows: number, size: number) =>
  fc.array(row(size), { minLength: rows, maxLength: rows })
const inputs = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([words, size]) =>
    fc.record({ q: matrix(words, size), k: matrix(words, size), v: matrix(words, 3) }),
  )
const ways = fc.record({ isScaled: fc.boolean(), isMasked: fc.boolean() })

const near = (found: Matrix, expected: Matrix) =>
  found.forEach((one, i) =>
    one.forEach((value, j) => expect(value).toBeCloseTo(expected[i]?.[j] ?? Number.NaN, 8)),
  )

test("each word's output is the mean of the values, weighted by powers of e: the same, by loops", () => {
  fc.assert(
    fc.property(inputs, ways, ({ q, k, v }, way) => {
      const expected = q.map((query, i) => {
        let sum = 0
        const output = [0, 0, 0]
        for (const [j, key] of k.entries()) {
          if (way.isMasked && j > i) continue
          let score = 0
          for (const [at, one] of query.entries()) score += one * (key[at] ?? 0)
          const power = Math.exp(way.isScaled ? score / query.length ** 0.5 : score)
          sum += power
          for (const at of [0, 1, 2]) output[at] = (output[at] ?? 0) + power * (v[j]?.[at] ?? 0)
        }
        return output.map((one) => one / sum)
      })
      near(attend(q, k, v, way).output, expected)
    }),
  )
})

test("shares of a word add up to one, what is masked has none, and the order of keys does not matter", () => {
  fc.assert(
    fc.property(inputs, ways, ({ q, k, v }, way) => {
      const { shares, output } = attend(q, k, v, way)
      shares.forEach((one, i) => {
        expect(one.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10)
        if (way.isMasked) expect(one.slice(i + 1).every((share) => share === 0)).toBe(true)
      })
      if (!way.isMasked) {
        near(attend(q, k.toReversed(), v.toReversed(), way).output, output)
      }
    }),
  )
})

test("one head has to choose where two need not", () => {
  expect(share({ from: "itself", to: "cat" })).toBeCloseTo(Math.E ** 2 / 15.9134, 4)
  expect(share({ from: "itself", to: "licked" })).toBe(share({ from: "itself", to: "cat" }))
  expect(share({ heads: 2, from: "itself", to: "licked" })).toBeCloseTo(0.8915, 4)
  expect(share({ heads: 2, head: 2, from: "itself", to: "cat" })).toBeCloseTo(0.8493, 3)
  expect(share({ isMasked: true, from: "The", to: "The" })).toBe(1)
  expect(share({ heads: 2, head: 3, from: "The", to: "The" })).toBeNaN()
})

test("the heads' outputs stand one behind the other", () => {
  const made = headsOf({ ...defaults, heads: 2 })
  expect(outputOf(made)).toEqual(
    made[0]?.output.map((first, word) => [...first, ...(made[1]?.output[word] ?? [])]),
  )
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, heads: 3 })).toMatch(/one or two/)
  expect(problemOf({ ...defaults, word: 4 })).toMatch(/four words/)
})
