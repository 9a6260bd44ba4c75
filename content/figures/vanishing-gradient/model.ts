/** The settings of the figure. */
export type Settings = {
  /** By which each step back through time multiplies the gradient. */
  weight: number
  /** How many steps there are, 1 to 50. */
  depth: number
  /** Whether a gradient longer than 5 is cut to 5. */
  isClipped: boolean
}

export const defaults: Settings = { weight: 0.9, depth: 50, isClipped: false }

/** The length above which a gradient is cut. */
export const limit = 5

/**
 * What is left of a gradient of 1 after each step back: the product of the weights it went through. One
 * number stands for the largest singular value of a network's matrix (Pascanu et al. 2013).
 *
 * @param depth number of steps, a whole number from 0
 * @returns depth + 1 numbers, the first of them 1
 * @throws RangeError if a setting is none
 */
export function gradientsOf({ weight, depth, isClipped }: Settings): readonly number[] {
  if (!Number.isFinite(weight) || !Number.isInteger(depth) || depth < 0) {
    throw new RangeError(`Unexpected ${weight} to the ${depth}, expected numbers, and whole steps`)
  }
  return Array.from({ length: depth + 1 }, (_, step) => {
    const gradient = weight ** step
    return isClipped ? clip(gradient) : gradient
  })
}

/** Cut to a length, in the same direction. */
export const clip = (gradient: number): number =>
  Math.abs(gradient) > limit ? Math.sign(gradient) * limit : gradient

/** A weight to the power of how often it is met. */
export const product = ({ weight, depth }: { weight: number; depth: number }): number =>
  weight ** depth

/** What is wrong with settings, for a reader. */
export function problemOf({ weight, depth }: Settings): string | undefined {
  if (!(weight >= 0.5 && weight <= 1.5)) return "The weight is a number from 0.5 to 1.5."
  if (!(Number.isInteger(depth) && depth >= 1 && depth <= 50)) return "There are 1 to 50 steps."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  last: gradientsOf(settings).at(-1),
  mirrored: gradientsOf({ ...settings, weight: 2 - settings.weight }).at(-1),
})
