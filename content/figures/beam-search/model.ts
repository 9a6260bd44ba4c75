/** What may follow what, with how likely it is after that: a language of ten sentences. */
export type Tree = { readonly [word: string]: { p: number; next?: Tree } }

/** A likely first word with unlikely ones behind it, and one that is less likely but sure of what follows. */
export const tree: Tree = {
  The: {
    p: 0.6,
    next: {
      cat: { p: 0.35, next: { sleeps: { p: 0.5 }, runs: { p: 0.5 } } },
      dog: { p: 0.35, next: { sleeps: { p: 0.5 }, barks: { p: 0.5 } } },
      fish: { p: 0.3 },
    },
  },
  Cats: {
    p: 0.4,
    next: {
      sleep: { p: 0.9, next: { "all day": { p: 0.8 }, now: { p: 0.2 } } },
      run: { p: 0.1 },
    },
  },
}

export type Hypothesis = {
  words: readonly string[]
  /** Sum of the logarithms of how likely its words are. */
  logP: number
  isWhole: boolean
}

/** The settings of the figure. */
export type Settings = {
  /** How many beginnings are kept, 1 to 4. */
  width: number
  /** How much length counts: 0 not at all, 1 by each word. */
  alpha: number
}

export const defaults: Settings = { width: 1, alpha: 0 }

function nextOf(words: readonly string[]): Tree | undefined {
  let next: Tree | undefined = tree
  for (const word of words) next = next?.[word]?.next
  return next
}

/** log P / T^α: without it, short sentences win, as every word makes one less likely (Wu et al. 2016). */
export const scoreOf = ({ words, logP }: Hypothesis, alpha: number): number =>
  logP / words.length ** alpha

/**
 * Beam search: of all ways to go on with the beginnings that were kept, the best are kept.
 *
 * @returns what was kept after each word, the best first; the last are whole sentences
 * @throws RangeError if nothing may be kept
 */
export function beamsOf({ width, alpha }: Settings): readonly (readonly Hypothesis[])[] {
  if (!Number.isInteger(width) || width < 1) {
    throw new RangeError(`Unexpected width ${width}, expected a whole number from 1`)
  }
  const beams: (readonly Hypothesis[])[] = []
  let beam: readonly Hypothesis[] = [{ words: [], logP: 0, isWhole: false }]
  while (beam.some(({ isWhole }) => !isWhole)) {
    beam = beam
      .flatMap((one) => (one.isWhole ? [one] : wordsAfter(one)))
      .sort((a, b) => scoreOf(b, alpha) - scoreOf(a, alpha))
      .slice(0, width)
    beams.push(beam)
  }
  return beams
}

const wordsAfter = ({ words, logP }: Hypothesis): readonly Hypothesis[] =>
  Object.entries(nextOf(words) ?? {}).map(([word, { p, next }]) => ({
    words: [...words, word],
    logP: logP + Math.log(p),
    isWhole: next === undefined,
  }))

/** The sentence that a search ends with, and how likely it is. */
export const found = (settings: Partial<Settings>): Hypothesis => {
  const last = beamsOf({ ...defaults, ...settings }).at(-1)?.[0]
  return last ?? { words: [], logP: 0, isWhole: true }
}

export const probability = (settings: Partial<Settings>): number => Math.exp(found(settings).logP)

export const sentence = (settings: Partial<Settings>): string => found(settings).words.join(" ")

/** What is wrong with settings, for a reader. */
export function problemOf({ width, alpha }: Settings): string | undefined {
  if (!(Number.isInteger(width) && width >= 1 && width <= 4))
    return "A beam keeps 1 to 4 beginnings."
  if (!(alpha >= 0 && alpha <= 1)) return "The weight of the length is a number from 0 to 1."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  narrow: probability(settings),
  wide: probability({ ...settings, width: 2 }),
})
