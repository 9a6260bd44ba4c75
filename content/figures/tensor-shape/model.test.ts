import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  defaults,
  denseShare,
  layersFrom,
  networkOf,
  networks,
  outputSize,
  problemOf,
  stepsOf,
  textOf,
  total,
  type Layer,
} from "./model"

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
  ["mobilenet", 4_231_976],
] as const)("%s has %i parameters, as published", (network, params) => {
  expect(total({ network })).toBe(params)
})

test("other published networks come out of the same count", () => {
  expect(total({ network: "mobilenet", cost: "macs" })).toBe(568_740_352)
  // AlexNet as PyTorch's torchvision has it, without dropout, with adaptive pooling to 6 × 6.
  const text =
    "conv 11 64 s4 p2, pool 3 s2 p0, conv 5 192 s1 p2, pool 3 s2 p0, conv 3 384 s1 p1, conv 3 256 s1 p1, conv 3 256 s1 p1, pool 3 s2 p0, dense 4096, dense 4096, dense 1000"
  const steps = stepsOf({ input: [224, 3], layers: layersFrom(text) })
  expect(steps.reduce((sum, { params }) => sum + params, 0)).toBe(61_100_840)
  // C4W1: 32 × 32 × 3, as the course counts it, with a softmax of ten.
  const course = "conv 5 8 s1 p0, pool 2 s2 p0, conv 5 16 s1 p0, pool 2 s2 p0, dense 120, dense 84"
  const own = stepsOf({ input: [32, 3], layers: layersFrom(`${course}, dense 10`) })
  expect(own.map(({ params }) => params)).toEqual([608, 0, 3216, 0, 48_120, 10_164, 850])
})

const whole = (min: number, max: number) => fc.integer({ min, max })
const windows = { f: whole(1, 9), s: whole(1, 4), p: whole(0, 4) }
const anyLayer: fc.Arbitrary<Layer> = fc.oneof(
  fc.record({
    kind: fc.constant("conv" as const),
    ...windows,
    out: whole(1, 512),
    isNormed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("depthwise" as const), ...windows, isNormed: fc.boolean() }),
  fc.record({ kind: fc.constant("pool" as const), ...windows }),
  fc.record({ kind: fc.constant("dense" as const), out: whole(1, 4096) }),
)

test("layers come back from an address as they went into it", () => {
  fc.assert(
    fc.property(fc.array(anyLayer, { minLength: 1, maxLength: 9 }), (layers) => {
      expect(layersFrom(textOf(layers))).toEqual(layers)
    }),
  )
})

test("a layer counts as many weights as there are pairs of what goes in and what comes out", () => {
  fc.assert(
    fc.property(anyLayer, whole(1, 12), whole(1, 8), (layer, size, channels) => {
      fc.pre(layer.kind === "dense" || layer.f <= size + 2 * layer.p)
      const [step] = stepsOf({ input: [size, channels], layers: [layer] })
      let weights = 0
      const out = step?.shape[2] ?? 0
      for (let to = 0; to < out; to++) {
        const window = layer.kind === "dense" ? size * size : layer.f * layer.f
        for (let from = 0; from < channels; from++) {
          if (layer.kind === "depthwise" ? from === to : layer.kind !== "pool") weights += window
        }
      }
      const beside = layer.kind === "pool" ? 0 : "isNormed" in layer && layer.isNormed ? 2 : 1
      expect(step?.params).toBe(weights + beside * out)
    }),
  )
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
  const own = (layers: string) => problemOf({ ...defaults, network: "own", layers })
  expect(own("conv 3 16 s1 p1, dense 10")).toBeUndefined()
  expect(own("conv 3 s1 p1")).toMatch(/whole/)
  expect(own("conv NaN 16 s1 p1")).toMatch(/whole/)
  expect(own("conv 3 16 s0 p1")).toBe("Layer 1: a step is 1 to 99 numbers long.")
  expect(own("conv 100 16 s1 p1")).toBe("Layer 1: a window is 1 to 99 numbers wide.")
  expect(own("dense 10, pool 2 s2 p0")).toMatch(/Layer 2: behind a dense layer/)
  expect(own("dense 0")).toMatch(/1 to 99,999/)
  expect(own(Array.from({ length: 65 }, () => "dense 1").join(", "))).toMatch(/64/)
  expect(problemOf({ ...defaults, at: 21 })).toBe("There are 21 layers.")
  expect(networkOf(defaults)).toBe(networks.vgg16)
  expect(() => outputSize({ n: 4, f: 5 })).toThrow(RangeError)
  expect(() => outputSize({ n: 4, f: 2, s: 0 })).toThrow(RangeError)
})
