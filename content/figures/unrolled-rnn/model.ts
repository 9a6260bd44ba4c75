/** "Teddy" is a name in one of these, and a toy in the other. */
export const sentences = {
  president: ["He", "said,", "“Teddy", "Roosevelt", "was", "a", "great", "president.”"],
  toy: ["He", "said,", "“Teddy", "bears", "are", "on", "sale.”"],
} as const

export type SentenceName = keyof typeof sentences

/** The settings of the figure. */
export type Settings = {
  sentence: SentenceName
  /** Which word is decided about, from 0. */
  at: number
  /** Whether a second network reads from the end. */
  isBidirectional: boolean
}

export const defaults: Settings = { sentence: "president", at: 2, isBidirectional: false }

/**
 * Which words can have an influence on what is said of one: those up to it, or all. Found by following the
 * arrows of the network, from each word, as far as they lead.
 */
export function influencesOn({ sentence, at, isBidirectional }: Settings): readonly number[] {
  const { length } = sentences[sentence]
  const reaches = (from: number) => {
    if (from <= at) return true // a⟨t⟩ is computed from a⟨t − 1⟩
    return isBidirectional // and from the end, from a⟨t + 1⟩
  }
  return Array.from({ length }, (_, index) => index).filter(reaches)
}

export const count = (settings: Partial<Settings>): number =>
  influencesOn({ ...defaults, ...settings }).length

/** Weights and biases of a layer, of one direction or of two. */
export const parameters = ({ state = 100, input = 50, isBidirectional = false }): number =>
  (isBidirectional ? 2 : 1) * (state * (state + input) + state)

/** What is wrong with settings, for a reader. */
export function problemOf({ sentence, at }: Settings): string | undefined {
  if (!Object.hasOwn(sentences, sentence)) return "There are two sentences to choose from."
  const { length } = sentences[sentence]
  return Number.isInteger(at) && at >= 0 && at < length
    ? undefined
    : `This sentence has ${length} words.`
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  one: count({ ...settings, isBidirectional: false }),
  both: count({ ...settings, isBidirectional: true }),
  parameters: parameters({}),
})
