/** A matrix, row by row. */
export type Matrix = readonly (readonly number[])[]

/** The filters that the course shows: weights for a window of 3 × 3. */
export const kernels = {
  vertical: [
    [1, 0, -1],
    [1, 0, -1],
    [1, 0, -1],
  ],
  horizontal: [
    [1, 1, 1],
    [0, 0, 0],
    [-1, -1, -1],
  ],
  sobel: [
    [1, 0, -1],
    [2, 0, -2],
    [1, 0, -1],
  ],
  scharr: [
    [3, 0, -3],
    [10, 0, -10],
    [3, 0, -3],
  ],
} as const satisfies Record<string, Matrix>

export type KernelName = keyof typeof kernels

/** 6 × 6: the left half is 10, the right half 0, so that there is one upright edge. */
export const step: Matrix = Array.from({ length: 6 }, () => [10, 10, 10, 0, 0, 0])

/** The same edge lying down. */
const lying: Matrix = Array.from({ length: 6 }, (_, row) =>
  Array.from({ length: 6 }, () => (row < 3 ? 10 : 0)),
)

/** Light in the upper left, dark in the lower right: an edge along the diagonal. */
const diagonal: Matrix = Array.from({ length: 6 }, (_, row) =>
  Array.from({ length: 6 }, (_, column) => (row + column < 5 ? 10 : 0)),
)

/** One bright point. */
const point: Matrix = Array.from({ length: 6 }, (_, row) =>
  Array.from({ length: 6 }, (_, column) => (row === 2 && column === 2 ? 10 : 0)),
)

export const pictures = { step, lying, diagonal, point } as const

export type PictureName = keyof typeof pictures

/**
 * The cross-correlation of an image with a kernel, without padding, in steps of one: what PyTorch calls
 * `conv2d` and the course a convolution.
 *
 * @param image n × m
 * @param kernel f × f, f at most n and m
 * @returns (n − f + 1) × (m − f + 1)
 * @throws RangeError if the kernel does not fit, or a row is longer than the others
 */
export function convolve(image: Matrix, kernel: Matrix): Matrix {
  const size = kernel.length
  const [height, width] = [image.length, image[0]?.length ?? 0]
  const isEven = (rows: Matrix, length: number) => rows.every((row) => row.length === length)
  if (size === 0 || size > height || size > width) {
    throw new RangeError(
      `Unexpected kernel of ${size}, expected one of 1 to ${Math.min(height, width)}`,
    )
  }
  if (!isEven(image, width) || !isEven(kernel, size)) {
    throw new RangeError("Unexpected rows of different lengths, expected a rectangle and a square")
  }
  return Array.from({ length: height - size + 1 }, (_, row) =>
    Array.from({ length: width - size + 1 }, (_, column) => windowSum(image, kernel, row, column)),
  )
}

/** What one window gives: each number under it times the weight upon it, added up. */
export function windowSum(image: Matrix, kernel: Matrix, row: number, column: number): number {
  let sum = 0
  for (const [i, weights] of kernel.entries()) {
    for (const [j, weight] of weights.entries()) sum += weight * (image[row + i]?.[column + j] ?? 0)
  }
  return sum === 0 ? 0 : sum // never −0
}

/** The strongest answer of a filter to the upright edge. */
export const strongest = ({ kernel }: { kernel: KernelName }): number =>
  Math.max(...convolve(step, kernels[kernel]).flat())

/** The settings of the figure. */
export type Settings = {
  picture: PictureName
  kernel: Matrix
  /** Which window, from 0, row by row. */
  at: number
}

export const defaults: Settings = { picture: "step", kernel: kernels.vertical, at: 1 }

/** What is wrong with settings, for a reader. */
export function problemOf({ picture, kernel, at }: Settings): string | undefined {
  if (!Object.hasOwn(pictures, picture)) return "This picture is not one of those below."
  const isSquare = kernel.length === 3 && kernel.every((row) => row.length === 3)
  if (!isSquare) return "The kernel has 3 rows of 3 numbers."
  if (!kernel.flat().every((weight) => Number.isFinite(weight) && Math.abs(weight) <= 99)) {
    return "Each number of the kernel is between −99 and 99."
  }
  if (!Number.isInteger(at) || at < 0 || at > 15) return "There are 16 windows."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = ({ picture, kernel }: Settings) => ({
  output: convolve(pictures[picture], kernel),
})
