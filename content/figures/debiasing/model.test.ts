import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  cosine,
  defaults,
  dot,
  equalize,
  gender,
  learnt,
  neutral,
  neutralize,
  pair,
  problemOf,
  vectorsOf,
  type Vector,
} from "./model"

const lengthOf = (a: Vector) => Math.sqrt(dot(a, a))
const number = fc.double({ min: -1, max: 1, noNaN: true })
const vector = fc.tuple(number, number, number).filter(([, b, c]) => Math.hypot(b, c) > 1e-3)
const unit = (a: Vector) => a.map((value) => value / lengthOf(a))

test("a neutral word has nothing in the direction of gender, and a length of 1", () => {
  fc.assert(
    fc.property(vector, (word) => {
      expect(dot(neutralize(word), gender)).toBeCloseTo(0, 12)
      expect(lengthOf(neutralize(word))).toBeCloseTo(1, 12)
    }),
  )
})

test("an equalized pair has a length of 1, mirrors itself, and is as far from any neutral word", () => {
  fc.assert(
    fc.property(vector, vector, vector, (one, other, word) => {
      const [a, b] = [unit(one), unit(other)]
      fc.pre(Math.abs(dot(a, gender) - dot(b, gender)) > 1e-3)
      const [c, d] = equalize(a, b)
      expect(lengthOf(c)).toBeCloseTo(1, 10)
      expect(lengthOf(d)).toBeCloseTo(1, 10)
      expect(dot(c, gender)).toBeCloseTo(-dot(d, gender), 12)
      expect(dot(c, gender) > dot(d, gender)).toBe(dot(a, gender) > dot(b, gender))
      expect(dot(neutralize(word), c)).toBeCloseTo(dot(neutralize(word), d), 12)
    }),
  )
})

test("neither step alone makes the babysitter equally near to both", () => {
  const apart = (settings: Partial<typeof defaults>) =>
    Math.abs(
      cosine({ ...settings, a: "babysitter", b: pair[0] }) -
        cosine({ ...settings, a: "babysitter", b: pair[1] }),
    )
  expect(apart({})).toBeGreaterThan(0.1)
  expect(apart({ isNeutralized: true })).toBeGreaterThan(0.01)
  expect(apart({ isEqualized: true })).toBeGreaterThan(0.01)
  expect(apart({ isNeutralized: true, isEqualized: true })).toBeCloseTo(0, 12)
})

test("words that should stay as they are do", () => {
  expect(vectorsOf(defaults)).toEqual(learnt)
  const neutralized = vectorsOf({ ...defaults, isNeutralized: true })
  for (const word of pair) expect(neutralized[word]).toBe(learnt[word])
  const equalized = vectorsOf({ ...defaults, isEqualized: true })
  for (const word of neutral) expect(equalized[word]).toBe(learnt[word])
  expect(problemOf(defaults)).toBeUndefined()
  expect(() => equalize([0, 1, 0], [0, 1, 0])).toThrow(RangeError)
})
