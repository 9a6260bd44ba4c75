export type Vector = readonly number[]

/** The direction from "he" to "she". */
export const gender: Vector = [1, 0, 0]

/** Words by three hand-set numbers: gender, age, care; each vector has a length of 1. */
export const learnt = {
  grandmother: unit([0.55, 0.78, 0.35]),
  grandfather: unit([-0.62, 0.76, 0.1]),
  babysitter: unit([0.45, -0.5, 0.74]),
  nurse: unit([0.38, 0.05, 0.92]),
  doctor: unit([-0.3, 0.3, 0.75]),
  engineer: unit([-0.48, 0.1, -0.4]),
} as const

export type Word = keyof typeof learnt

/** What a definition sets apart by gender; all others should be neutral. */
export const pair = ["grandmother", "grandfather"] as const satisfies readonly Word[]

export const neutral = [
  "babysitter",
  "nurse",
  "doctor",
  "engineer",
] as const satisfies readonly Word[]

/** The settings of the figure. */
export type Settings = { isNeutralized: boolean; isEqualized: boolean }

export const defaults: Settings = { isNeutralized: false, isEqualized: false }

export const dot = (a: Vector, b: Vector): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)

const lengthOf = (a: Vector) => Math.sqrt(dot(a, a))

function unit(a: Vector): Vector {
  const length = Math.sqrt(a.reduce((sum, value) => sum + value * value, 0))
  return a.map((value) => value / length)
}

/** A vector without what it has in a direction of length 1. */
const drop = (a: Vector, direction: Vector): Vector => {
  const along = dot(a, direction)
  return a.map((value, index) => value - along * (direction[index] ?? 0))
}

/** Takes the direction out of a word (Bolukbasi et al. 2016, section 6). @returns of length 1 */
export const neutralize = (word: Vector, direction: Vector = gender): Vector =>
  unit(drop(word, direction))

/**
 * Sets two words at equal distance on either side of the direction, as alike in all else: `debiaswe`, the
 * code of the paper.
 *
 * @throws RangeError if they differ in nothing but the direction
 */
export function equalize(
  a: Vector,
  b: Vector,
  direction: Vector = gender,
): readonly [Vector, Vector] {
  const middle = drop(
    a.map((value, index) => (value + (b[index] ?? 0)) / 2),
    direction,
  )
  const rest = 1 - dot(middle, middle)
  if (!(rest > 0))
    throw new RangeError("Unexpected pair, expected one that the direction sets apart")
  const size = Math.sqrt(rest) * (dot(a, direction) < dot(b, direction) ? -1 : 1)
  const at = (sign: number) =>
    middle.map((value, index) => value + sign * size * (direction[index] ?? 0))
  return [at(1), at(-1)]
}

/** All words after the steps that the settings name. */
export function vectorsOf({
  isNeutralized,
  isEqualized,
}: Settings): Readonly<Record<Word, Vector>> {
  const vectors: Record<Word, Vector> = { ...learnt }
  if (isNeutralized) for (const word of neutral) vectors[word] = neutralize(learnt[word])
  if (isEqualized) {
    const [a, b] = equalize(learnt[pair[0]], learnt[pair[1]])
    vectors[pair[0]] = a
    vectors[pair[1]] = b
  }
  return vectors
}

/** The cosine of two words. */
export function cosine({ a, b, ...settings }: Partial<Settings> & { a: Word; b: Word }): number {
  const vectors = vectorsOf({ ...defaults, ...settings })
  return dot(vectors[a], vectors[b]) / (lengthOf(vectors[a]) * lengthOf(vectors[b]))
}

/** What is wrong with settings, for a reader: of two switches nothing can be. */
export const problemOf = (_settings: Settings): undefined => undefined

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  mother: cosine({ ...settings, a: "babysitter", b: "grandmother" }),
  father: cosine({ ...settings, a: "babysitter", b: "grandfather" }),
  equalized: cosine({ isNeutralized: true, isEqualized: true, a: "babysitter", b: "grandfather" }),
})
