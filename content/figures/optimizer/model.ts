export type Point = readonly [x: number, y: number]

export const methods = ["descent", "momentum", "rmsprop", "adam"] as const

export type Method = (typeof methods)[number]

/** The settings of the figure. */
export type Settings = {
  /** Of plain descent; the others take what suits them beside it. */
  rate: number
  /** How many steps have been made, 0 to 100. */
  steps: number
}

/** A ravine a hundred times as steep across as along: (x² + 100 y²) / 2. */
export const steepness = [1, 100] as const

export const start: Point = [-9, 1.6]

export const defaults: Settings = { rate: 0.018, steps: 40 }

export const heightOf = ([x, y]: Point): number => (steepness[0] * x * x + steepness[1] * y * y) / 2

const gradientOf = ([x, y]: Point): Point => [steepness[0] * x, steepness[1] * y]

/** Decay of the mean gradient, of the mean square, and what keeps from dividing by zero: Adam's own. */
const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8]

/** Steps of RMSProp and Adam are of the size of their rate, whatever the gradient. */
const ownRate = { rmsprop: 0.3, adam: 0.6 }

/**
 * The way that a method takes from the start, as PyTorch's `optim.SGD(momentum=0.9, dampening=0.9)`,
 * `RMSprop(alpha=0.9)` and `Adam` take it.
 *
 * @returns steps + 1 points
 * @throws RangeError if a setting is none
 */
export function pathOf(method: Method, { rate, steps }: Settings): readonly Point[] {
  if (!(rate > 0) || !Number.isInteger(steps) || steps < 0) {
    throw new RangeError("Unexpected settings, expected a rate above 0 and whole steps")
  }
  const path: Point[] = [start]
  const [mean, square] = [
    [0, 0],
    [0, 0],
  ] as [number[], number[]]
  for (let step = 1; step <= steps; step++) {
    const here = path.at(-1) ?? start
    const gradient = gradientOf(here)
    path.push(
      here.map((value, axis) => {
        const slope = gradient[axis] ?? 0
        if (method === "descent") return value - rate * slope
        const first = (mean[axis] = beta1 * (mean[axis] ?? 0) + (1 - beta1) * slope)
        // The course's momentum: a mean of gradients, so that its rate can be ten times as great.
        if (method === "momentum") return value - 5 * rate * first
        const decay = method === "rmsprop" ? 0.9 : beta2
        const second = (square[axis] = decay * (square[axis] ?? 0) + (1 - decay) * slope * slope)
        if (method === "rmsprop") {
          return value - (ownRate.rmsprop * slope) / (Math.sqrt(second) + epsilon)
        }
        return value - adamStep(first, second, step, ownRate.adam)
      }) as unknown as Point,
    )
  }
  return path
}

/** A step of Adam (Kingma and Ba 2014, algorithm 1), its means freed of their start at zero. */
export const adamStep = (mean: number, square: number, step: number, rate: number): number =>
  (rate * (mean / (1 - beta1 ** step))) / (Math.sqrt(square / (1 - beta2 ** step)) + epsilon)

/** How high a method still is after its steps. */
export const height = ({ method, ...settings }: Partial<Settings> & { method: Method }): number =>
  heightOf(pathOf(method, { ...defaults, ...settings }).at(-1) ?? start)

/** What is wrong with settings, for a reader. */
export function problemOf({ rate, steps }: Settings): string | undefined {
  if (!(rate >= 0.001 && rate <= 0.025)) return "The rate is a number from 0.001 to 0.025."
  if (!(Number.isInteger(steps) && steps >= 0 && steps <= 100)) return "There are 0 to 100 steps."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) =>
  Object.fromEntries(methods.map((method) => [method, height({ ...settings, method })]))
