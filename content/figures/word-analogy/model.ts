/** Words with four hand-set features: how male or female, how royal, how old, how much food. */
export const features = ["gender", "royal", "age", "food"] as const

export const embeddings = {
  man: [-1, 0.01, 0.03, 0.09],
  woman: [1, 0.02, 0.02, 0.01],
  king: [-0.95, 0.93, 0.7, 0.02],
  queen: [0.97, 0.95, 0.69, 0.01],
  boy: [-0.98, 0.01, -0.8, 0.05],
  girl: [0.98, 0.02, -0.8, 0.04],
  prince: [-0.95, 0.9, -0.6, 0.02],
  princess: [0.96, 0.91, -0.62, 0.01],
  uncle: [-0.97, 0.02, 0.55, 0.01],
  aunt: [0.96, 0.01, 0.56, 0.02],
  apple: [0, -0.01, 0.03, 0.95],
  orange: [0.01, 0, -0.02, 0.97],
  bread: [0.02, 0.01, 0.1, 0.93],
  child: [0.02, 0.01, -0.9, 0.03],
  elder: [0.01, 0.1, 0.95, 0.02],
} as const satisfies Record<string, readonly number[]>

export type Word = keyof typeof embeddings

export const words = Object.keys(embeddings) as readonly Word[]

/** The settings of the figure: a is to b as c is to what? */
export type Settings = { a: Word; b: Word; c: Word }

export const defaults: Settings = { a: "man", b: "woman", c: "king" }

/**
 * How alike two vectors are in their direction: 1 of the same, −1 of opposite ones.
 *
 * @throws RangeError if one has no length, or not as many numbers as the other
 */
export function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, index) => sum + value * (other[index] ?? Number.NaN), 0)
  const result = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
  if (a.length !== b.length || Number.isNaN(result)) {
    throw new RangeError("Unexpected vectors, expected two of a length above 0 and as many numbers")
  }
  return result
}

/** e_b − e_a + e_c: where the answer should be. */
export const aim = ({ a, b, c }: Settings): readonly number[] =>
  embeddings[a].map(
    (value, index) => (embeddings[b][index] ?? 0) - value + (embeddings[c][index] ?? 0),
  )

/** Every other word by how near its direction is to the aim, the nearest first. */
export function answersOf(settings: Settings): readonly { word: Word; likeness: number }[] {
  const { a, b, c } = settings
  const goal = aim(settings)
  return words
    .filter((word) => ![a, b, c].includes(word))
    .map((word) => ({ word, likeness: cosine(embeddings[word], goal) }))
    .sort((one, other) => other.likeness - one.likeness)
}

/** The word that completes an analogy. */
export const answer = (settings: Partial<Settings>): string =>
  answersOf({ ...defaults, ...settings })[0]?.word ?? ""

/** How near it comes. */
export const likeness = (settings: Partial<Settings>): number =>
  answersOf({ ...defaults, ...settings })[0]?.likeness ?? 0

/** What is wrong with settings, for a reader. */
export function problemOf({ a, b, c }: Settings): string | undefined {
  const unknown = [a, b, c].find((word) => !Object.hasOwn(embeddings, word))
  if (unknown !== undefined) return `The word ${unknown} is not one of those to choose from.`
  try {
    answersOf({ a, b, c })
    return undefined
  } catch {
    return "These three cancel each other: there is no direction to look in."
  }
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  likeness: answersOf(settings)
    .slice(0, 3)
    .map(({ likeness }) => likeness),
})
