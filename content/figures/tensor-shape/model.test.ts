import * as fc from "fast-check"
import { expect, test } from "vitest"
import { defaults, denseShare, networks, outputSize, problemOf, stepsOf, total } from "./model"

test.each([
  [6, 3, 0, 1, 4],
  [7, 3, 0, 2, 3],
  [6, 3, 1, 1, 6],
  [39, 3, 0, 1, 37],
  [37, 5, 0, 2, 17],
  [17, 5, 0, 2, 7],
  [4, 2, 0, 2, 2],
])("an image of %i, a window of %i, %i zeros around, steps of %i give %i", (n, f, p, s, size) => {
  expect(outputSize({ n, f, p, s })).toBe(size)
})

test("the size is the number of windows that fit, counted one by one", () => {
  const size = fc.integer({ min: 1, max: 40 })
  fc.assert(
    fc.property(size, size, fc.nat(5), fc.integer({ min: 1, max: 6 }), (n, f, p, s) => {
      fc.pre(f <= n + 2 * p)
      let count = 0
      for (let at = -p; at + f <= n + p; at += s) count++
      expect(outputSize({ n, f, p, s })).toBe(count)
    }),
  )
})

test.each([
  ["vgg16", 138_357_544],
  ["alexnet", 62_378_344],
  ["lenet", 61_706],
] as const)("%s has %i parameters, as published", (network, params) => {
  expect(total({ network })).toBe(params)
})

test("the shapes are those that the course draws", () => {
  const shapes = (name: keyof typeof networks) => stepsOf(networks[name]).map(({ shape }) => shape)
  expect(shapes("course").slice(0, 3)).toEqual([
    [37, 37, 10],
    [17, 17, 20],
    [7, 7, 40],
  ])
  expect(shapes("vgg16").at(-4)).toEqual([7, 7, 512])
  expect(stepsOf(networks.vgg16).at(-3)?.params).toBe(102_764_544)
  expect(denseShare({ network: "vgg16" })).toBeCloseTo((100 * 123_642_856) / 138_357_544, 10)
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, size: 8 })).toMatch(/too small/)
  expect(problemOf({ ...defaults, size: 0 })).toMatch(/1 to 512/)
  expect(problemOf({ ...defaults, network: "resnet" as "lenet" })).toMatch(/not one/)
  expect(() => outputSize({ n: 4, f: 5 })).toThrow(RangeError)
  expect(() => outputSize({ n: 4, f: 2, s: 0 })).toThrow(RangeError)
})
