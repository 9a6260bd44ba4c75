/** How often a word stands near "ice" and near "steam" (Pennington et al. 2014, table 1). */
export const probabilities = {
  solid: { ice: 1.9e-4, steam: 2.2e-5 },
  gas: { ice: 6.6e-5, steam: 7.8e-4 },
  water: { ice: 3.0e-3, steam: 2.2e-3 },
  fashion: { ice: 1.7e-5, steam: 1.8e-5 },
} as const

export type Word = keyof typeof probabilities

export const words = Object.keys(probabilities) as readonly Word[]

/** The settings of the figure. */
export type Settings = {
  word: Word
  /** How often two words have been seen together, for the weight that GloVe gives them. */
  count: number
}

export const defaults: Settings = { word: "solid", count: 10 }

/** P(word | ice) / P(word | steam): far from 1 where a word tells the two apart. */
export const ratio = ({ word }: Pick<Settings, "word">): number =>
  probabilities[word].ice / probabilities[word].steam

/**
 * How much a pair of words that was seen so often counts in GloVe's loss: (x / 100)^0.75, at most 1.
 *
 * @param count from 0
 */
export const weight = ({ count }: Pick<Settings, "count">): number =>
  Math.min(1, (count / 100) ** 0.75)

/** What is wrong with settings, for a reader. */
export function problemOf({ word, count }: Settings): string | undefined {
  if (!Object.hasOwn(probabilities, word)) return "There are four words to choose from."
  return Number.isInteger(count) && count >= 0 && count <= 200
    ? undefined
    : "Two words are seen together 0 to 200 times."
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  ratios: words.map((word) => ratio({ word })),
  weight: weight(settings),
})
