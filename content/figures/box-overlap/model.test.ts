import * as fc from "fast-check"
import { expect, test } from "vitest"
import { commonOf, defaults, overlap, overlapOf, problemOf, suppress, type Box } from "./model"

const box = fc
  .tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(([x, y, width, height]): Box => [x, y, x + width, y + height])

test("the boxes of the course share a seventh", () => {
  expect(overlap({})).toBeCloseTo(1 / 7, 12)
  expect(overlap({ x: 3, y: 1 })).toBeCloseTo(1 / 3, 12)
  expect(overlap({ x: 2.4, y: 1 })).toBeCloseTo(2 / 3, 12)
})

test("the overlap is that of the squares that both cover, counted one by one", () => {
  fc.assert(
    fc.property(box, box, (a, b) => {
      let [both, either] = [0, 0]
      const covers = (one: Box, x: number, y: number) =>
        x >= one[0] && x < one[2] && y >= one[1] && y < one[3]
      for (let x = 0; x < 12; x++) {
        for (let y = 0; y < 12; y++) {
          if (covers(a, x, y) && covers(b, x, y)) both++
          if (covers(a, x, y) || covers(b, x, y)) either++
        }
      }
      expect(overlapOf(a, b)).toBeCloseTo(both / either, 12)
      expect(overlapOf(a, b)).toBe(overlapOf(b, a))
      expect(commonOf(a, b) !== undefined).toBe(both > 0)
    }),
  )
})

test("of boxes that overlap too much the surest is kept, whatever their order", () => {
  const boxes: { box: Box; score: number }[] = [
    { box: [0, 0, 4, 4], score: 0.8 },
    { box: [0, 0, 4, 5], score: 0.9 },
    { box: [6, 6, 8, 8], score: 0.7 },
    { box: [6, 6, 8, 9], score: 0.6 },
  ]
  expect(suppress(boxes)).toEqual([1, 2])
  expect(suppress(boxes.toReversed()).map((index) => 3 - index)).toEqual([1, 2])
  expect(suppress(boxes, 0, 1)).toEqual([1, 0, 2, 3])
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, x: -1 })).toMatch(/0 and 5/)
  expect(problemOf({ ...defaults, width: 0 })).toMatch(/0\.5 to 4/)
  expect(problemOf({ ...defaults, threshold: 0 })).toMatch(/above 0/)
  expect(() => overlapOf([0, 0, 0, 1], [0, 0, 1, 1])).toThrow(RangeError)
})
