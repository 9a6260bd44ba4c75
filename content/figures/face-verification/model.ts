/** The settings of the figure. */
export type Settings = {
  /** Another picture of the same person, by its place from the first, and one of somebody else. */
  positive: number
  negative: number
  /** By how much the other has to be farther away. */
  margin: number
}

export const defaults: Settings = { positive: 0.5, negative: 0.51, margin: 0.2 }

/**
 * What a triplet costs (Schroff et al. 2015): max(d(a, p)² − d(a, n)² + α, 0), of squared distances.
 *
 * @param positive squared distance to the same person
 * @param negative squared distance to another
 */
export const tripletLoss = (positive: number, negative: number, margin: number): number =>
  Math.max(positive - negative + margin, 0)

export const loss = (settings: Partial<Settings>): number => {
  const { positive, negative, margin } = { ...defaults, ...settings }
  // Settings are decimals, and so is what they cost.
  return Math.round(tripletLoss(positive, negative, margin) * 1e9) / 1e9
}

/** The squared distance of two points. */
export const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + (value - (b[index] ?? 0)) ** 2, 0)

/** What is wrong with settings, for a reader. */
export function problemOf({ positive, negative, margin }: Settings): string | undefined {
  if (![positive, negative].every((one) => one >= 0 && one <= 2)) {
    return "A squared distance is a number from 0 to 2."
  }
  return margin >= 0 && margin <= 1 ? undefined : "The margin is a number from 0 to 1."
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  loss: loss(settings),
  farther: loss({ ...settings, negative: 0.7 }),
})
