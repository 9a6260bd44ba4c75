import * as fc from "fast-check"
import { expect, test } from "vitest"
import { becomes, defaults, mirror, problemOf, read, signs, turn, views, type Sign } from "./model"

test.each([
  ["6", false, true, "9"],
  ["9", false, true, "6"],
  ["b", true, false, "d"],
  ["8", true, true, "8"],
  ["A", true, false, "A"],
  ["A", false, true, "no sign at all"],
] as const)("%s, mirrored: %s, turned: %s, is %s", (sign, isMirrored, isTurned, seen) => {
  expect(becomes({ sign, isMirrored, isTurned })).toBe(seen)
})

test("mirroring or turning twice leaves a drawing, and every sign is read as itself", () => {
  const row = fc.array(fc.constantFrom(".", "#"), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 7, maxLength: 7 }), (dots) => {
      const drawing = dots.map((one) => one.join(""))
      expect(mirror(mirror(drawing))).toEqual(drawing)
      expect(turn(turn(drawing))).toEqual(drawing)
    }),
  )
  for (const sign of Object.keys(signs) as Sign[]) expect(read(signs[sign])).toBe(sign)
})

test("crops of AlexNet are counted as in the paper, or by every place that they can have", () => {
  expect(views({})).toBe(2048)
  let count = 0
  for (let x = 0; x + 224 <= 256; x++) for (let y = 0; y + 224 <= 256; y++) count += 2
  expect(views({ isCounted: true })).toBe(count)
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, sign: "x" as "8" })).toMatch(/six signs/)
})
