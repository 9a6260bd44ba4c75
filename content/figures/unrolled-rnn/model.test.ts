import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  count,
  defaults,
  influencesOn,
  parameters,
  problemOf,
  sentences,
  type Settings,
} from "./model"

/** A network of random weights, in one direction or both: what it says of each word. */
function outputsOf(inputs: readonly number[], isBidirectional: boolean): readonly number[] {
  const read = (all: readonly number[]) => {
    let state = 0.1
    return all.map((input) => (state = Math.tanh(0.7 * state + 0.9 * input + 0.05)))
  }
  const forwards = read(inputs)
  const backwards = read(inputs.toReversed()).toReversed()
  return forwards.map((one, index) => one + (isBidirectional ? 2 * (backwards[index] ?? 0) : 0))
}

test("the words with an influence are those whose change changes the output of a network", () => {
  const sentence = fc.constantFrom(...(Object.keys(sentences) as (keyof typeof sentences)[]))
  fc.assert(
    fc.property(sentence, fc.nat(6), fc.boolean(), (name, at, isBidirectional) => {
      const settings: Settings = { sentence: name, at, isBidirectional }
      const inputs = sentences[name].map((_, index) => Math.sin(index + 1))
      const before = outputsOf(inputs, isBidirectional)[at]
      const changing = inputs.flatMap((_, index) => {
        const changed = inputs.map((one, other) => (other === index ? one + 0.3 : one))
        return outputsOf(changed, isBidirectional)[at] === before ? [] : [index]
      })
      expect(influencesOn(settings)).toEqual(changing)
    }),
  )
})

test("the numbers of the course come out", () => {
  expect(parameters({})).toBe(15_100)
  expect(parameters({ isBidirectional: true })).toBe(30_200)
  expect(count({})).toBe(3)
  expect(count({ isBidirectional: true })).toBe(8)
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, sentence: "toy", at: 7 })).toMatch(/7 words/)
  expect(problemOf({ ...defaults, sentence: "none" as "toy" })).toMatch(/two sentences/)
})
