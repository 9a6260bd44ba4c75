/** The settings of the figure. */
export type Settings = {
  /** How many numbers a query and a key have: 1 to 512. */
  size: number
  /** Whether scores are divided by the root of that. */
  isScaled: boolean
  /** How many of the four words the query may see, from the first: 1 to 4. */
  seen: number
}

export const defaults: Settings = { size: 64, isScaled: false, seen: 4 }

/** What one query has in common with four keys, by each of their numbers and on average. */
export const alike = [2, 1, 0, -1] as const

export const keys = ["cat", "fish", "eats", "all"] as const

/**
 * Shares that add up to one: the greater a score, the greater its share.
 *
 * @param scores at least one number; −∞ has no share
 * @throws RangeError if there is none, or one is no number
 */
export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores)
  if (!Number.isFinite(most)) throw new RangeError("Unexpected scores, expected numbers")
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  if (Number.isNaN(sum)) throw new RangeError("Unexpected scores, expected numbers")
  return powers.map((power) => power / sum)
}

/**
 * The scores of a query: dot products of vectors of independent numbers grow with the root of how many
 * there are (Vaswani et al. 2017, section 3.2.1), and what is masked is −∞.
 */
export const scoresOf = ({ size, isScaled, seen }: Settings): readonly number[] =>
  alike.map((one, index) =>
    index < seen ? (one * Math.sqrt(size)) / (isScaled ? Math.sqrt(size) : 1) : -Infinity,
  )

export const weightsOf = (settings: Settings): readonly number[] => softmax(scoresOf(settings))

/** The greatest share of attention. */
export const greatest = (settings: Partial<Settings>): number =>
  Math.max(...weightsOf({ ...defaults, ...settings }))

/** What is wrong with settings, for a reader. */
export function problemOf({ size, seen }: Settings): string | undefined {
  if (!(Number.isInteger(size) && size >= 1 && size <= 512)) {
    return "A vector has 1 to 512 numbers."
  }
  if (!(Number.isInteger(seen) && seen >= 1 && seen <= 4)) return "There are 1 to 4 words to see."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  raw: weightsOf({ ...settings, isScaled: false }),
  scaled: weightsOf({ ...settings, isScaled: true }),
})
