/** Errors in hundredths, from what people manage to what a model does on new examples. */
export type Settings = { human: number; train: number; dev: number }

export const defaults: Settings = { human: 7.5, train: 8, dev: 10 }

/** What could be gained on the training set: the error beyond that of people. */
export const avoidableBias = ({ human, train }: Pick<Settings, "human" | "train">): number =>
  round(train - human)

/** What is lost from the training set to new examples. */
export const variance = ({ train, dev }: Pick<Settings, "train" | "dev">): number =>
  round(dev - train)

const round = (value: number) => Math.round(value * 1e6) / 1e6

export type Verdict = "bias" | "variance" | "both" | "neither"

/** Less than this is noise: a hundredth. */
const least = 1

/** Which of the two to work on: the greater, both if they are alike, neither if both are small. */
export function verdictOf(settings: Settings): Verdict {
  const [bias, spread] = [avoidableBias(settings), variance(settings)]
  if (bias < least && spread < least) return "neither"
  if (Math.min(bias, spread) >= least && Math.max(bias, spread) <= 1.5 * Math.min(bias, spread)) {
    return "both"
  }
  return bias > spread ? "bias" : "variance"
}

/** What is wrong with settings, for a reader. */
export const problemOf = ({ human, train, dev }: Settings): string | undefined =>
  [human, train, dev].every((one) => one >= 0 && one <= 50)
    ? undefined
    : "An error is between 0 and 50 %."

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  bias: avoidableBias(settings),
  variance: variance(settings),
  biasIfPerfect: avoidableBias({ ...settings, human: 1 }),
})
