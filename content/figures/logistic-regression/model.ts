/** Three examples of two inputs, a column each, and their labels: those of the course's exercise. */
export const inputs = [
  [1, 2, -1],
  [3, 4, -3.2],
] as const

export const labels = [1, 0, 1] as const

/** The settings of the figure. */
export type Settings = {
  w1: number
  w2: number
  b: number
  /** How many steps of gradient descent have been made, 0 to 200. */
  steps: number
  rate: number
}

export const defaults: Settings = { w1: 1, w2: 2, b: 2, steps: 0, rate: 0.1 }

export type State = Pick<Settings, "w1" | "w2" | "b">

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))

/** The probability that the unit gives each example. */
export const predictionsOf = ({ w1, w2, b }: State): readonly number[] =>
  inputs[0].map((x1, index) => sigmoid(w1 * x1 + w2 * (inputs[1][index] ?? 0) + b))

/** The mean cross-entropy: −y log a − (1 − y) log(1 − a). */
export function costOf(state: State): number {
  const losses = predictionsOf(state).map((a, index) => {
    const y = labels[index] ?? 0
    return -(y * Math.log(a) + (1 - y) * Math.log(1 - a))
  })
  return losses.reduce((sum, one) => sum + one, 0) / losses.length
}

/** The slope of the cost in each parameter: dz = a − y, and the mean of dz times what it was weighed with. */
export function gradientOf(state: State): State {
  const dz = predictionsOf(state).map((a, index) => a - (labels[index] ?? 0))
  const mean = (weights: readonly number[]) =>
    dz.reduce((sum, one, index) => sum + one * (weights[index] ?? 0), 0) / dz.length
  return { w1: mean(inputs[0]), w2: mean(inputs[1]), b: mean([1, 1, 1]) }
}

/** The parameters before the first step, and after each of those that the settings name. */
export function pathOf({ w1, w2, b, steps, rate }: Settings): readonly State[] {
  let state: State = { w1, w2, b }
  const path = [state]
  for (let step = 0; step < steps; step++) {
    const slope = gradientOf(state)
    state = {
      w1: state.w1 - rate * slope.w1,
      w2: state.w2 - rate * slope.w2,
      b: state.b - rate * slope.b,
    }
    path.push(state)
  }
  return path
}

/** The parameters after the steps that the settings name. */
export const trained = (settings: Settings): State => pathOf(settings).at(-1) ?? settings

/** The cost after some steps. */
export const cost = (settings: Partial<Settings>): number =>
  costOf(trained({ ...defaults, ...settings }))

/** What is wrong with settings, for a reader. */
export function problemOf({ w1, w2, b, steps, rate }: Settings): string | undefined {
  if (![w1, w2, b].every((one) => Math.abs(one) <= 5)) return "A parameter is between −5 and 5."
  if (!(Number.isInteger(steps) && steps >= 0 && steps <= 200)) return "There are 0 to 200 steps."
  return rate > 0 && rate <= 1 ? undefined : "The rate is above 0, and at most 1."
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  cost: cost(settings),
  gradient: gradientOf(trained(settings)),
  after100: cost({ ...settings, steps: 100 }),
})
