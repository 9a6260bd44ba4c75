import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  activations,
  content,
  defaults,
  gram,
  orderOf,
  problemOf,
  shuffled,
  style,
  styleLoss,
} from "./model"

test("the course's matrix comes out", () => {
  expect(
    gram([
      [1, 2, 3],
      [0, 1, 0],
    ]),
  ).toEqual([
    [14, 2],
    [2, 1],
  ])
})

test("no shuffle changes the style, and none but the first keeps the content", () => {
  const picture = fc.array(
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(picture, fc.nat(99), (some, shuffle) => {
      expect(gram(shuffled(some, { shuffle }))).toEqual(gram(some))
      expect(orderOf({ shuffle }, 6).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5])
    }),
  )
  expect(content({ shuffle: 0 })).toBe(0)
  expect(content(defaults)).toBeGreaterThan(0)
  expect(style(defaults)).toBe(0)
})

test("another picture has another style, by squares that are counted one by one", () => {
  const other = activations.map((row) => row.map((value) => value + 1))
  let sum = 0
  for (const i of [0, 1]) {
    for (const j of [0, 1]) {
      let [a, b] = [0, 0]
      for (let at = 0; at < 8; at++) {
        a += (activations[i]?.[at] ?? 0) * (activations[j]?.[at] ?? 0)
        b += (other[i]?.[at] ?? 0) * (other[j]?.[at] ?? 0)
      }
      sum += (a - b) ** 2
    }
  }
  expect(styleLoss(activations, other)).toBeCloseTo(sum / 1024, 10)
  expect(problemOf({ shuffle: -1 })).toMatch(/99 shuffles/)
  expect(problemOf(defaults)).toBeUndefined()
})
