import * as fc from "fast-check"
import { expect, test } from "vitest"
import { overlapOf } from "../box-overlap/model"
import {
  cellOf,
  cells,
  defaults,
  fatesOf,
  found,
  grid,
  lastStep,
  left,
  picture,
  problemOf,
} from "./model"

const settings = fc.record({
  least: fc.double({ min: 0, max: 1, noNaN: true }),
  threshold: fc.double({ min: 0.01, max: 1, noNaN: true }),
  step: fc.nat(found.length + 1),
})

test("of six boxes two stay, one for each car, and more where overlap is allowed", () => {
  expect(left({})).toBe(2)
  expect(left({ threshold: 0.7 })).toBe(5)
  expect(left({ least: 0, threshold: 0.7 })).toBe(6)
  expect(left({ least: 0.95 })).toBe(0)
  expect(lastStep(defaults)).toBe(3)
  expect(fatesOf(defaults).map(({ state }) => state)).toEqual([
    "kept",
    "gone",
    "gone",
    "kept",
    "gone",
    "unsure",
  ])
})

test("step by step the surest that is left is kept, and what overlaps it goes: the same, done by hand", () => {
  fc.assert(
    fc.property(settings, ({ least, threshold, step }) => {
      const states: string[] = found.map(() => "waits")
      if (step > 0) {
        for (const [index, { score }] of found.entries())
          if (score <= least) states[index] = "unsure"
      }
      for (let now = 1; now < step; now++) {
        const waiting = found.flatMap((one, index) =>
          states[index] === "waits" ? [{ ...one, index }] : [],
        )
        const [best] = waiting.sort((a, b) => b.score - a.score)
        if (!best) break
        states[best.index] = "kept"
        for (const { box, index } of waiting) {
          if (index !== best.index && overlapOf(best.box, box) >= threshold) states[index] = "gone"
        }
      }
      expect(fatesOf({ least, threshold, step }).map(({ state }) => state)).toEqual(states)
    }),
  )
})

test("the cell that answers for a box holds its centre", () => {
  const { width, height } = picture
  const inside = fc.double({ min: 0.01, max: 0.49, noNaN: true })
  fc.assert(
    fc.property(inside, inside, inside, inside, (left, top, right, bottom) => {
      const box = [left * width, top * height, (1 - right) * width, (1 - bottom) * height] as const
      const [row, column] = cellOf(box)
      const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
      expect(x).toBeGreaterThanOrEqual((column * width) / grid - 1e-9)
      expect(x).toBeLessThanOrEqual(((column + 1) * width) / grid + 1e-9)
      expect(y).toBeGreaterThanOrEqual((row * height) / grid - 1e-9)
      expect(y).toBeLessThanOrEqual(((row + 1) * height) / grid + 1e-9)
    }),
  )
  // Two of a car have their centres in one cell, which YOLO allows for.
  expect(found.map(({ box }) => cellOf(box))).toEqual([
    [3, 1],
    [4, 2],
    [3, 1],
    [3, 5],
    [4, 5],
    [1, 3],
  ])
  expect(cells()).toBe(5)
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, least: 2 })).toMatch(/0 to 1/)
  expect(problemOf({ ...defaults, threshold: 0 })).toMatch(/above 0/)
  expect(problemOf({ ...defaults, step: 9 })).toMatch(/0 to 7 steps/)
})
