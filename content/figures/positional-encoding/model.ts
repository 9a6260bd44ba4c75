/** The settings of the figure. */
export type Settings = {
  /** The position that others are compared with: 0 to 23. */
  position: number
  /** How many numbers tell of a position: even, 4 to 32. */
  size: number
}

export const defaults: Settings = { position: 5, size: 16 }

/** How many positions are shown. */
export const count = 24

/**
 * Sines and cosines that tell positions apart (Vaswani et al. 2017, section 3.5).
 *
 * @param position from 0
 * @param size of the vector, even
 */
export const encodingOf = (position: number, size: number): readonly number[] =>
  Array.from({ length: size }, (_, index) => {
    const angle = position / 10_000 ** ((2 * Math.floor(index / 2)) / size)
    return index % 2 === 0 ? Math.sin(angle) : Math.cos(angle)
  })

/** The cosine between the encodings of two positions, from −1 to 1: a dot product over its greatest. */
export function likeness(a: number, b: number, size: number): number {
  const other = encodingOf(b, size)
  const sum = encodingOf(a, size).reduce((sum, one, index) => sum + one * (other[index] ?? 0), 0)
  return sum / (size / 2)
}

/** The likeness of two positions by how far apart they are. */
export const atDistance = ({
  distance,
  from = 0,
  size = defaults.size,
}: {
  distance: number
  from?: number
  size?: number
}): number => likeness(from, from + distance, size)

/** What is wrong with settings, for a reader. */
export function problemOf({ position, size }: Settings): string | undefined {
  if (!(Number.isInteger(position) && position >= 0 && position < count)) {
    return `Positions are counted from 0 to ${count - 1}.`
  }
  if (!(size % 2 === 0 && size >= 4 && size <= 32)) {
    return "A position has 4 to 32 numbers, an even number of them."
  }
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = ({ position, size }: Settings) => ({
  encoding: encodingOf(position, size),
  likeness: Array.from({ length: count }, (_, other) => likeness(position, other, size)),
})
