/** What is counted: two passages of the post on sequence models, as it has them. */
export const text =
  "One theme runs through the whole course: given the words so far, how probable is each possible next one? Train a network on that question, draw a word from its answer, feed it back in, and it writes. " +
  "The verb depends on a noun nine words back, and in a simple network the gradient has faded by then. The cell adds a memory with gates that learn what to keep, so that a singular cat can wait for its verb. " +
  "Every token compares its query with the keys of all and gathers their values accordingly. A single vector is a narrow gate for a long sentence. The network reads the sentence and sums it up in a vector, from which a second network writes the translation."

/** The words of a text in lower case, and its sentences' ends. */
export const tokensOf = (of: string): readonly string[] =>
  of.toLowerCase().match(/[\p{L}\d]+|[.?]/gu) ?? []

export const tokens = tokensOf(text)

/** The settings of the figure. */
export type Settings = {
  /** How many words make a unit: 1 to 4, the last of them the one that is guessed. */
  n: number
  /** Above 1 all words come nearer to each other, below 1 the likely ones gain. */
  temperature: number
  /** How many words have been written, 0 to 30. */
  written: number
  seed: number
}

export const defaults: Settings = { n: 2, temperature: 1, written: 5, seed: 1 }

/**
 * How likely each word is after some others: how often it stood there, raised to 1 / temperature. Where the
 * text never had the last n − 1 words, fewer of them count.
 *
 * @param context the words before it
 * @returns shares that add up to one, the greatest first
 */
export function nextAfter(
  context: readonly string[],
  { n, temperature }: Pick<Settings, "n" | "temperature">,
): readonly { word: string; p: number }[] {
  for (let known = Math.min(n - 1, context.length); known >= 0; known--) {
    const counts = countsAfter(context.slice(context.length - known))
    if (counts.size === 0) continue
    const raised = [...counts].map(([word, count]) => ({ word, p: count ** (1 / temperature) }))
    const sum = raised.reduce((total, { p }) => total + p, 0)
    return raised
      .map(({ word, p }) => ({ word, p: p / sum }))
      .sort((a, b) => b.p - a.p || (a.word < b.word ? -1 : 1))
  }
  return []
}

function countsAfter(context: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let at = context.length; at < tokens.length; at++) {
    if (!context.every((word, index) => tokens[at - context.length + index] === word)) continue
    const word = tokens[at] ?? ""
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator (Numerical Recipes). */
function* chanceFrom(seed: number): Generator<number, never> {
  let state = seed >>> 0
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

/** What the model writes, a word drawn after the other. */
export function write(settings: Settings): readonly string[] {
  const chance = chanceFrom(settings.seed)
  const words: string[] = []
  while (words.length < settings.written) {
    let left = chance.next().value
    const next = nextAfter(words, settings)
    const drawn = next.find(({ p }) => (left -= p) < 0) ?? next.at(-1)
    words.push(drawn?.word ?? "")
  }
  return words
}

/** Between how many equally likely words it is undecided on average: exp of the mean −log p. */
export const perplexityOf = (probabilities: readonly number[]): number =>
  Math.exp(-probabilities.reduce((sum, p) => sum + Math.log(p), 0) / probabilities.length)

/** The perplexity on the very text that was counted. */
export function perplexity({ n, temperature = 1 }: Partial<Settings> & { n: number }): number {
  return perplexityOf(
    tokens.map((word, at) => {
      const next = nextAfter(tokens.slice(0, at), { n, temperature })
      return next.find((one) => one.word === word)?.p ?? 0
    }),
  )
}

/** What is wrong with settings, for a reader. */
export function problemOf({ n, temperature, written, seed }: Settings): string | undefined {
  if (!(Number.isInteger(n) && n >= 1 && n <= 4)) return "A unit has 1 to 4 words."
  if (!(temperature >= 0.2 && temperature <= 3)) return "The temperature is a number from 0.2 to 3."
  if (!(Number.isInteger(written) && written >= 0 && written <= 30))
    return "It writes 0 to 30 words."
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 99)) return "There are 100 draws, from 0."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (_settings: Settings) => ({
  perplexity: [1, 2, 3].map((n) => perplexity({ n })),
})
