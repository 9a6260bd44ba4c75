/** "The cat, which …, was": what each word offers the memory that holds whether the subject is singular. */
export const words = [
  { word: "The", offers: 0 },
  { word: "cat,", offers: 1 },
  { word: "which", offers: 0.1 },
  { word: "already", offers: -0.2 },
  { word: "ate", offers: 0.3 },
  { word: "all", offers: -0.4 },
  { word: "the", offers: 0 },
  { word: "fishes", offers: -1 },
  { word: "there", offers: 0.2 },
  { word: "were,", offers: -0.8 },
  { word: "was", offers: 0 },
] as const

export type Cell = "rnn" | "gru" | "lstm"

/** The settings of the figure. */
export type Settings = {
  cell: Cell
  /** How much of the memory a step keeps after "cat", from 0 to 1. */
  keep: number
}

export const defaults: Settings = { cell: "lstm", keep: 1 }

/** A GRU's memory (Cho et al. 2014): what is written takes the place of what was. */
export const gruStep = (memory: number, candidate: number, update: number): number =>
  update * candidate + (1 - update) * memory

/** An LSTM's memory (Hochreiter and Schmidhuber 1997; Gers et al. 2000): forgetting and writing apart. */
export const lstmStep = (
  memory: number,
  candidate: number,
  forget: number,
  input: number,
): number => input * candidate + forget * memory

/** Without gates: all is squashed together. */
export const rnnStep = (memory: number, candidate: number, weight: number): number =>
  Math.tanh(weight * memory + candidate)

/**
 * The memory after each word: the gates open at "cat", and are as set from then on.
 *
 * @throws RangeError if keep is not within 0 and 1
 */
export function memoriesOf({ cell, keep }: Settings): readonly number[] {
  if (!(keep >= 0 && keep <= 1)) throw new RangeError(`Unexpected ${keep}, expected 0 to 1`)
  let memory = 0
  return words.map(({ word, offers }) => {
    const opens = word === "cat,"
    if (cell === "rnn") memory = rnnStep(memory, offers, keep)
    else if (cell === "gru") memory = gruStep(memory, offers, opens ? 1 : 1 - keep)
    else memory = lstmStep(memory, offers, opens ? 0 : keep, opens ? 1 : 0)
    return memory
  })
}

/** After how many steps half of a memory is left. @param keep of each step, between 0 and 1 */
export const halfLife = ({ keep }: { keep: number }): number => Math.log(0.5) / Math.log(keep)

/**
 * Weights and biases of a cell: a matrix from the state and the input, and a bias, for each of its parts.
 *
 * @param state width of the state
 * @param input width of the input
 */
export function parameters({
  cell,
  state = 100,
  input = 50,
}: {
  cell: Cell
  state?: number
  input?: number
}): number {
  return { rnn: 1, gru: 3, lstm: 4 }[cell] * (state * (state + input) + state)
}

/** What is wrong with settings, for a reader. */
export function problemOf({ cell, keep }: Settings): string | undefined {
  if (!["rnn", "gru", "lstm"].includes(cell)) return "There are three cells to choose from."
  if (!(keep >= 0 && keep <= 1)) return "A gate is between 0, shut, and 1, open."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({ memories: memoriesOf(settings) })
