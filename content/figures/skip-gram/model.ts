/** A sentence to take pairs from. */
export const sentence = "I want a glass of orange juice to go along with my cereal".split(" ")

/** How often three words stand in a text, for the noise that is drawn from them. */
export const frequencies = { the: 0.9, orange: 0.09, durian: 0.01 } as const

export type NoiseWord = keyof typeof frequencies

/** The settings of the figure. */
export type Settings = {
  /** Which word is the context, from 0. */
  at: number
  /** How far on either side its neighbours may be, 1 to 5. */
  window: number
  /** To which power frequencies are raised before noise is drawn. */
  alpha: number
}

export const defaults: Settings = { at: 5, window: 2, alpha: 0.75 }

/** The neighbours that a word is to predict (Mikolov et al. 2013), by their places. */
export const neighboursOf = ({ at, window }: Pick<Settings, "at" | "window">): readonly number[] =>
  sentence.flatMap((_, index) => (index !== at && Math.abs(index - at) <= window ? [index] : []))

/** How likely each word is to be drawn as noise: its frequency to the power of alpha, of all such. */
export function noise({ alpha }: Pick<Settings, "alpha">): Readonly<Record<NoiseWord, number>> {
  const raised = Object.values(frequencies).map((one) => one ** alpha)
  const sum = raised.reduce((a, b) => a + b, 0)
  const entries = Object.keys(frequencies).map((word, index) => [word, (raised[index] ?? 0) / sum])
  return Object.fromEntries(entries) as Record<NoiseWord, number>
}

/** How likely one of them is to be drawn. */
export const share = ({
  word,
  alpha = defaults.alpha,
}: {
  word: NoiseWord
  alpha?: number
}): number => noise({ alpha })[word]

/** Yes-or-no questions for a pair, one of them true: one a noise word more. @param k noise words */
export const questions = ({ k }: { k: number }): number => k + 1

/** What is wrong with settings, for a reader. */
export function problemOf({ at, window, alpha }: Settings): string | undefined {
  if (!(Number.isInteger(at) && at >= 0 && at < sentence.length)) {
    return `The sentence has ${sentence.length} words.`
  }
  if (!(Number.isInteger(window) && window >= 1 && window <= 5))
    return "The window is 1 to 5 words."
  return alpha >= 0 && alpha <= 1 ? undefined : "The power is a number from 0 to 1."
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  neighbours: neighboursOf(settings),
  noise: Object.values(noise(settings)),
})
