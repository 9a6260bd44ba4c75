import { softmax } from "../attention/model"

export type Matrix = readonly (readonly number[])[]

export const words = ["The", "cat", "licked", "itself"] as const

type Word = (typeof words)[number]

/**
 * A row for each word, set by hand: the first two numbers stand for places in the sentence, the last two
 * for a being and for a deed. A query asks for the place before the word's own, and for what the word needs.
 */
export const queries: Matrix = [
  [2, 0, 2, 0],
  [2, 0, 0, 2],
  [0, 2, 2, 0],
  [-2, 0, 2, 0],
]

export const keys: Matrix = [
  [2, 0, 0, 0],
  [0, 2, 2, 0],
  [-2, 0, 0, 2],
  [0, -2, 0, 0],
]

export const values: Matrix = [
  [1, 0, 0, 1],
  [0, 1, 2, 0],
  [2, 0, 0, 1],
  [0, 2, 1, 0],
]

/** The settings of the figure. */
export type Settings = {
  /** Into how many parts the four numbers are cut, each with an attention of its own: 1 or 2. */
  heads: number
  /** Whether scores are divided by the root of the numbers that a head has. */
  isScaled: boolean
  /** Whether a word sees itself and what is before it only. */
  isMasked: boolean
  /** The word that is looked at, from 0. */
  word: number
}

export const defaults: Settings = { heads: 1, isScaled: true, isMasked: false, word: 3 }

/** What one head makes: a row a query and a column a key, and a row of the output for each query. */
export type Head = { scores: Matrix; shares: Matrix; output: Matrix }

/**
 * Scaled dot-product attention (Vaswani et al. 2017, section 3.2.1): softmax(Q Kᵀ / √d) V.
 *
 * @param q n × d
 * @param k m × d
 * @param v m × e
 * @param isMasked each query sees no more keys than its own place has: the scores of others are −∞
 * @returns scores and shares n × m, output n × e
 */
export function attend(
  q: Matrix,
  k: Matrix,
  v: Matrix,
  { isScaled, isMasked }: Pick<Settings, "isScaled" | "isMasked">,
): Head {
  const scores = q.map((query, row) =>
    k.map((key, column) => {
      if (isMasked && column > row) return -Infinity
      return dot(query, key) / (isScaled ? Math.sqrt(query.length) : 1)
    }),
  )
  const shares = scores.map(softmax)
  const size = v[0]?.length ?? 0
  const output = shares.map((row) =>
    Array.from({ length: size }, (_, column) =>
      dot(
        row,
        v.map((value) => value[column] ?? 0),
      ),
    ),
  )
  return { scores, shares, output }
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, one, index) => sum + one * (b[index] ?? 0), 0)

/** What each head makes of its part of the numbers. */
export function headsOf({ heads, isScaled, isMasked }: Omit<Settings, "word">): readonly Head[] {
  const size = 4 / heads
  return Array.from({ length: heads }, (_, head) => {
    const part = (matrix: Matrix) => matrix.map((row) => row.slice(head * size, (head + 1) * size))
    return attend(part(queries), part(keys), part(values), { isScaled, isMasked })
  })
}

/** What all heads have made, one behind the other: a row of four numbers for each word. */
export const outputOf = (made: readonly Head[]): Matrix =>
  words.map((_, word) => made.flatMap(({ output }) => output[word] ?? []))

/** The share of its attention that a head gives from one word to another. */
export function share({
  from,
  to,
  head = 1,
  ...settings
}: Partial<Settings> & { from: Word; to: Word; head?: number }): number {
  const made = headsOf({ ...defaults, ...settings })[head - 1]
  return made?.shares[words.indexOf(from)]?.[words.indexOf(to)] ?? Number.NaN
}

/** What is wrong with settings, for a reader. */
export function problemOf({ heads, word }: Settings): string | undefined {
  if (heads !== 1 && heads !== 2) return "There are one or two heads."
  if (!(Number.isInteger(word) && word >= 0 && word < words.length)) return "There are four words."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => {
  const [one] = headsOf({ ...settings, heads: 1 })
  const two = headsOf({ ...settings, heads: 2 })
  return {
    shares: one?.shares,
    output: outputOf(one ? [one] : []),
    first: two[0]?.shares,
    second: two[1]?.shares,
    outputOfTwo: outputOf(two),
  }
}
