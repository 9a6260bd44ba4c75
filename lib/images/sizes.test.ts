import { expect, test } from "vitest"
import { fallbackWidthOf, widthsOf } from "./sizes"

test.each([
  [1, [1]],
  [300, [300]],
  [480, [480]],
  [500, [500]],
  [640, [480, 640]],
  [1080, [480, 768, 1080]],
  [1200, [480, 768, 1200]],
  [1600, [480, 768, 1080, 1600]],
  [3000, [480, 768, 1080, 1600, 2400]],
])("an image of %i pixels is made %j wide", (width, widths) => {
  expect(widthsOf(width)).toEqual(widths)
})

test.each([
  [300, 300],
  [1000, 1000],
  [1080, 1080],
  [1200, 768],
  [1100, 768],
  [3000, 1080],
])("of an image of %i pixels, the file for every browser is %i wide", (width, fallback) => {
  expect(fallbackWidthOf(width)).toBe(fallback)
})
