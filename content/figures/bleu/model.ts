/** The settings of the figure. */
export type Settings = {
  /** What a program has made of a sentence: at most 20 words. */
  translation: string
}

export const defaults: Settings = { translation: "the the the the the the the" }

/** What people have made of it. */
export const references = ["the cat is on the mat", "there is a cat on the mat"] as const

/** Translations to begin with. */
export const examples = {
  [defaults.translation]: "one word, seven times",
  "the cat the cat on the mat": "the cat the cat on the mat",
  "on the mat is a cat": "on the mat is a cat",
  "the cat": "the cat",
  "the cat is on the mat": "as the first person",
}

/** Words of a sentence, in small letters and without what stands between them. */
export const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []

/**
 * How many n-grams of a text are in a reference, each counted no more often than any reference has it: the
 * precision of BLEU (Papineni et al. 2002).
 */
export function clippedPrecision(
  candidate: readonly string[],
  references: readonly (readonly string[])[],
  n = 1,
): readonly [hits: number, all: number] {
  const counted = countsOf(candidate, n)
  const most = references.map((one) => countsOf(one, n))
  let hits = 0
  for (const [gram, count] of counted) {
    hits += Math.min(count, Math.max(0, ...most.map((one) => one.get(gram) ?? 0)))
  }
  return [hits, Math.max(0, candidate.length - n + 1)]
}

function countsOf(words: readonly string[], n: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + n <= words.length; at++) {
    const gram = words.slice(at, at + n).join(" ")
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

/**
 * What shortness costs: 1 if a translation is longer than the reference that is nearest to it in length, of
 * two the shorter, and otherwise e to the power of 1 − r/c (Papineni et al. 2002, section 2.2.2).
 */
export function brevityPenalty(length: number, lengths: readonly number[]): number {
  if (length === 0) return 0
  const [nearest = 0] = lengths.toSorted(
    (a, b) => Math.abs(a - length) - Math.abs(b - length) || a - b,
  )
  return length > nearest ? 1 : Math.exp(1 - nearest / length)
}

/** The parts of a score: of runs of one to four words how many are shared, and what shortness costs. */
export function partsOf(translation: string) {
  const candidate = wordsOf(translation)
  const people = references.map(wordsOf)
  return {
    length: candidate.length,
    runs: [1, 2, 3, 4].map((n) => clippedPrecision(candidate, people, n)),
    penalty: brevityPenalty(
      candidate.length,
      people.map((one) => one.length),
    ),
  }
}

/** BLEU, from 0 to 1: the geometric mean of the four precisions, times what shortness costs. */
export function score({ translation }: Partial<Settings>): number {
  const { runs, penalty } = partsOf(translation ?? defaults.translation)
  return runs.reduce((product, [hits, all]) => product * (hits / (all || 1)) ** (1 / 4), penalty)
}

/** How many words stand in a reference at all, however often they are said. */
export function known({ translation }: Partial<Settings>): number {
  const all = new Set(references.flatMap(wordsOf))
  return wordsOf(translation ?? defaults.translation).filter((word) => all.has(word)).length
}

/** How many runs of words a reference has, each counted no more often than there. */
export const hits = ({ translation, n = 1 }: Partial<Settings> & { n?: number }): number =>
  partsOf(translation ?? defaults.translation).runs[n - 1]?.[0] ?? 0

/** What is wrong with settings, for a reader. */
export function problemOf({ translation }: Settings): string | undefined {
  if (wordsOf(translation).length > 20 || translation.length > 200) {
    return "A translation has at most 20 words and 200 letters."
  }
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = ({ translation }: Settings) => ({
  hits: hits({ translation }),
  other: score({ translation: "the cat the cat on the mat" }),
  short: score({ translation: "the cat is on" }),
})
