/** The settings of the figure. */
export type Settings = {
  /** Layers, an even number from 2 to 50. */
  depth: number
  /** By which each layer multiplies. */
  weight: number
  /** What is followed: the signal forward, or the gradient back. */
  way: "forward" | "back"
}

export const defaults: Settings = { depth: 50, weight: 0.3, way: "forward" }

/** A rectified linear unit. */
const relu = (value: number) => Math.max(0, value)

/**
 * The signal 1 after each second layer of a plain chain and of one with residual connections (He et al.
 * 2015): a ← g(w g(w a)), and a ← g(w g(w a) + a). One number stands for a layer.
 *
 * @throws RangeError if a setting is none
 */
export function signalsOf({ depth, weight }: Omit<Settings, "way">) {
  if (!Number.isInteger(depth) || depth < 0 || depth % 2 !== 0 || !Number.isFinite(weight)) {
    throw new RangeError(`Unexpected ${depth} layers of ${weight}, expected an even number of them`)
  }
  const plain = [1]
  const residual = [1]
  for (let layer = 2; layer <= depth; layer += 2) {
    const [a = 0, b = 0] = [plain.at(-1), residual.at(-1)]
    plain.push(relu(weight * relu(weight * a)))
    residual.push(relu(weight * relu(weight * b) + b))
  }
  return { plain, residual }
}

/**
 * The gradient of what comes out by what has passed each second layer, the input first: backpropagation
 * through {@link signalsOf}.
 *
 * @throws RangeError if a setting is none
 */
export function gradientsOf(settings: Omit<Settings, "way">) {
  const { weight } = settings
  const { plain, residual } = signalsOf(settings)
  const slope = (value: number) => (value > 0 ? 1 : 0) // of a rectifier
  const back = (signals: readonly number[], around: 0 | 1) => {
    let gradient = 1
    const gradients = [gradient]
    for (const a of signals.slice(0, -1).toReversed()) {
      const inner = slope(weight * a) * weight
      const outer = slope(weight * relu(weight * a) + around * a)
      gradient *= outer * (weight * inner + around)
      gradients.unshift(gradient)
    }
    return gradients
  }
  return { plain: back(plain, 0), residual: back(residual, 1) }
}

type Kind = { kind: "plain" | "residual" }

/** What is left of the signal at the end. */
export const left = ({ kind, ...settings }: Partial<Settings> & Kind): number =>
  signalsOf({ ...defaults, ...settings })[kind].at(-1) ?? 0

/** What is left of the gradient at the beginning. */
export const gradientLeft = ({ kind, ...settings }: Partial<Settings> & Kind): number =>
  gradientsOf({ ...defaults, ...settings })[kind][0] ?? 0

/** What is wrong with settings, for a reader. */
export function problemOf({ depth, weight, way }: Settings): string | undefined {
  if (!(Number.isInteger(depth) && depth >= 2 && depth <= 50 && depth % 2 === 0)) {
    return "There are 2 to 50 layers, two in a block."
  }
  if (!(weight >= 0 && weight <= 1.2)) return "The weight is a number from 0 to 1.2."
  if (way !== "forward" && way !== "back") return "A signal goes forward, a gradient back."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  plain: left({ ...settings, kind: "plain" }),
  residual: left({ ...settings, kind: "residual" }),
  plainGradient: gradientLeft({ ...settings, kind: "plain" }),
  residualGradient: gradientLeft({ ...settings, kind: "residual" }),
})
