/** A sentence, and what a reader makes of it: hand-set scores of how much a word of one needs of the other. */
export const source = ["The", "black", "cat", "ate", "the", "fish"] as const
export const target = ["Le", "chat", "noir", "a", "mangé", "le", "poisson"] as const

/** Scores before the softmax, a row for each word that is written. */
const scores: readonly (readonly number[])[] = [
  [4, 0, 2, 0, 1, 0],
  [1, 1, 5, 0, 0, 0],
  [0, 5, 2, 0, 0, 0],
  [0, 0, 1, 4, 0, 0],
  [0, 0, 1, 5, 0, 1],
  [1, 0, 0, 0, 4, 2],
  [0, 0, 0, 1, 1, 5],
]

/** The settings of the figure. */
export type Settings = {
  /** Which word is being written, from 0. */
  word: number
  /** Above 1 the attention is spread, below 1 it is gathered. */
  temperature: number
}

export const defaults: Settings = { word: 1, temperature: 1 }

/** Rows of shares, each of which adds up to one. @param temperature above 0 */
export function alignmentOf(temperature: number): readonly (readonly number[])[] {
  if (!(temperature > 0))
    throw new RangeError(`Unexpected temperature ${temperature}, expected > 0`)
  return scores.map((row) => {
    const powers = row.map((score) => Math.exp(score / temperature))
    const sum = powers.reduce((a, b) => a + b, 0)
    return powers.map((power) => power / sum)
  })
}

/** How much of the attention the word that is written gives to the one that it looks at most. */
export const share = (settings: Partial<Settings>): number => {
  const { word, temperature } = { ...defaults, ...settings }
  return Math.max(...(alignmentOf(temperature)[word] ?? []))
}

/** What is wrong with settings, for a reader. */
export function problemOf({ word, temperature }: Settings): string | undefined {
  if (!(Number.isInteger(word) && word >= 0 && word < target.length)) {
    return `There are ${target.length} words to write.`
  }
  if (!(temperature >= 0.2 && temperature <= 5)) return "The temperature is a number from 0.2 to 5."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = ({ word, temperature }: Settings) => ({
  shares: alignmentOf(temperature)[word],
})
