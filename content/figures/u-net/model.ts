/** The settings of the figure. */
export type Settings = {
  /** Height and width of the image, 20 to 800. */
  size: number
  /** Whether convolutions keep the size, by zeros around it. */
  isPadded: boolean
}

export const defaults: Settings = { size: 572, isPadded: false }

/** Times that the size is halved, and doubled again. */
export const levels = 4

export type Level = {
  /** Size of what comes down, before and after two convolutions of 3 × 3. */
  down: readonly [before: number, after: number]
  /** Size of what comes up, after it was doubled and after two convolutions; none at the bottom. */
  up?: readonly [doubled: number, after: number]
  /** How much is cut from each side of what is copied across; none at the bottom. */
  crop?: number
  /** Whether a size is odd where it is to be halved. */
  isOdd: boolean
}

/**
 * The sizes of a U-Net (Ronneberger et al. 2015, figure 1), from the top to the bottom.
 *
 * @throws RangeError if nothing is left on the way
 */
export function levelsOf({ size, isPadded }: Settings): readonly Level[] {
  const lost = isPadded ? 0 : 4 // two convolutions of 3 × 3
  const down: [number, number][] = []
  let before = size
  for (let level = 0; level <= levels; level++) {
    const after = before - lost
    if (!Number.isInteger(before) || after < 1) {
      throw new RangeError(`Unexpected size ${size}, expected more pixels than are lost on the way`)
    }
    down.push([before, after])
    before = Math.floor(after / 2)
  }
  const found: Level[] = []
  let size2 = down.at(-1)?.[1] ?? 0
  for (let level = levels; level >= 0; level--) {
    const [start, end] = down[level] ?? [0, 0]
    if (level === levels) {
      found.unshift({ down: [start, end], isOdd: false })
      continue
    }
    const doubled = size2 * 2
    size2 = doubled - lost
    if (size2 < 1) throw new RangeError(`Unexpected size ${size}, expected more pixels`)
    const crop = (end - doubled) / 2
    found.unshift({ down: [start, end], up: [doubled, size2], crop, isOdd: end % 2 === 1 })
  }
  return found
}

/** Size of the map that comes out. */
export const output = (settings: Partial<Settings>): number =>
  levelsOf({ ...defaults, ...settings })[0]?.up?.[1] ?? 0

/** What is cut from each side at the top. */
export const crop = (settings: Partial<Settings>): number =>
  levelsOf({ ...defaults, ...settings })[0]?.crop ?? 0

/** Weights and biases, with one channel in, 64 at the top and two classes out. */
export function parameters(): number {
  const conv = (f: number, into: number, out: number) => (f * f * into + 1) * out
  let sum = conv(1, 64, 2)
  for (let level = 0; level <= levels; level++) {
    const channels = 64 * 2 ** level
    sum += conv(3, level === 0 ? 1 : channels / 2, channels) + conv(3, channels, channels)
    if (level === levels) continue
    sum += conv(2, 2 * channels, channels) // doubles the size
    sum += conv(3, 2 * channels, channels) + conv(3, channels, channels)
  }
  return sum
}

/** What is wrong with settings, for a reader. */
export function problemOf(settings: Settings): string | undefined {
  const { size } = settings
  if (!(Number.isInteger(size) && size >= 20 && size <= 800)) {
    return "An image is 20 to 800 pixels wide."
  }
  try {
    levelsOf(settings)
    return undefined
  } catch {
    return `An image of ${size} pixels is too small: nothing is left of it at the bottom.`
  }
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  down: levelsOf(settings).map(({ down }) => down[1]),
  up: levelsOf(settings).flatMap(({ up }) => up?.[1] ?? []),
  parameters: parameters(),
})
