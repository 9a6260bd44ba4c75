import * as fc from "fast-check"
import { expect, test } from "vitest"
import { convolve, defaults, kernels, numbersOf, problemOf, step, strongest } from "./model"

// C4W1: the image of two halves, and the answers of the filters that the course names.
test.each([
  ["vertical", [0, 30, 30, 0]],
  ["sobel", [0, 40, 40, 0]],
  ["scharr", [0, 160, 160, 0]],
  ["horizontal", [0, 0, 0, 0]],
] as const)("the %s filter answers the upright edge with %j", (name, row) => {
  expect(convolve(step, kernels[name])).toEqual([row, row, row, row])
  expect(strongest({ kernel: name })).toBe(Math.max(...row))
})

const matrix = (rows: number, columns: number) =>
  fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })

const sized = fc
  .record({ n: fc.integer({ min: 1, max: 7 }), f: fc.integer({ min: 1, max: 7 }) })
  .filter(({ n, f }) => f <= n)
  .chain(({ n, f }) => fc.tuple(matrix(n, n), matrix(f, f)))

test("every number is that of its window, counted one by one", () => {
  fc.assert(
    fc.property(sized, ([image, kernel]) => {
      const output = convolve(image, kernel)
      const size = image.length - kernel.length + 1
      expect(output.length).toBe(size)
      for (let place = 0; place < size * size; place++) {
        const [i, j] = [Math.floor(place / size), place % size]
        let sum = 0
        for (let k = 0; k < kernel.length ** 2; k++) {
          const [u, v] = [Math.floor(k / kernel.length), k % kernel.length]
          sum += (kernel[u]?.[v] ?? 0) * (image[i + u]?.[j + v] ?? 0)
        }
        expect(output[i]?.[j]).toBe(sum + 0)
      }
    }),
  )
})

test("a filter whose rows add up to nothing answers nothing where all is alike", () => {
  const flat = Array.from({ length: 6 }, () => [7, 7, 7, 7, 7, 7])
  expect(
    convolve(flat, kernels.sobel)
      .flat()
      .every((value) => value === 0),
  ).toBe(true)
})

test.each([
  [
    [[1, 2]],
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [[], [[1]]],
  [[[1, 2], [3]], [[1]]],
])("the image %j has no room for the kernel %j", (image, kernel) => {
  expect(() => convolve(image, kernel)).toThrow(RangeError)
})

test("settings that make no sense are named", () => {
  expect(problemOf(defaults)).toBeUndefined()
  expect(problemOf({ ...defaults, at: 16 })).toBe("There are 16 windows.")
  expect(
    problemOf({
      ...defaults,
      kernel: [
        [Number.NaN, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    }),
  ).toMatch(/99/)
  expect(problemOf({ ...defaults, kernel: [[1]] })).toMatch(/3 rows/)
  expect(numbersOf(defaults).output[0]).toEqual([0, 30, 30, 0])
})
