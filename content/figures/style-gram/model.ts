export type Matrix = readonly (readonly number[])[]

/** Two channels of a picture of 2 × 4: what is looked for, and where it was found. */
export const activations: Matrix = [
  [3, 3, 0, 0, 1, 1, 0, 0],
  [0, 0, 2, 2, 0, 1, 3, 0],
]

/** The settings of the figure. */
export type Settings = {
  /** Which shuffle of the places; 0 leaves them as they are. */
  shuffle: number
}

export const defaults: Settings = { shuffle: 1 }

/** Places in another order, the same for the same number: Fisher and Yates, with a small generator. */
export function orderOf({ shuffle }: Settings, count: number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  if (shuffle === 0) return order
  let state = shuffle >>> 0
  for (let last = count - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = Math.floor((state / 2 ** 32) * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
  return order
}

/** The same shuffle for every channel. */
export function shuffled(matrix: Matrix, settings: Settings): Matrix {
  const order = orderOf(settings, matrix[0]?.length ?? 0)
  return matrix.map((row) => order.map((from) => row[from] ?? 0))
}

/** G = A Aᵀ: how much each two channels answer at the same places (Gatys et al. 2015). */
export const gram = (matrix: Matrix): Matrix =>
  matrix.map((row) =>
    matrix.map((other) => row.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)),
  )

/** Half the sum of squares by which two pictures differ in their activations. */
export const contentLoss = (a: Matrix, b: Matrix): number => squares(a, b) / 2

/**
 * By which two pictures differ in their Gram matrices: Σ (G − G′)² / (2 n_H n_W n_C)², as the course has it.
 */
export function styleLoss(a: Matrix, b: Matrix): number {
  const [channels, places] = [a.length, a[0]?.length ?? 0]
  return squares(gram(a), gram(b)) / (2 * places * channels) ** 2
}

const squares = (a: Matrix, b: Matrix) =>
  a.reduce(
    (sum, row, i) => row.reduce((more, value, j) => more + (value - (b[i]?.[j] ?? 0)) ** 2, sum),
    0,
  )

/** Of the picture and its shuffle. */
export const content = (settings: Partial<Settings>): number =>
  contentLoss(activations, shuffled(activations, { ...defaults, ...settings }))

export const style = (settings: Partial<Settings>): number =>
  styleLoss(activations, shuffled(activations, { ...defaults, ...settings }))

/** What is wrong with settings, for a reader. */
export const problemOf = ({ shuffle }: Settings): string | undefined =>
  Number.isInteger(shuffle) && shuffle >= 0 && shuffle <= 99
    ? undefined
    : "There are 99 shuffles, and 0 leaves all in its place."

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (_settings: Settings) => ({ gram: gram(activations) })
