/** The settings of the figure. */
export type Settings = {
  /** Layers, an even number from 2 to 50. */
  depth: number
  /** By which each layer multiplies. */
  weight: number
}

export const defaults: Settings = { depth: 50, weight: 0.3 }

/** A rectified linear unit. */
const relu = (value: number) => Math.max(0, value)

/**
 * The signal 1 after each second layer of a plain chain and of one with residual connections (He et al.
 * 2015): a ← g(w g(w a)), and a ← g(w g(w a) + a). One number stands for a layer.
 *
 * @throws RangeError if a setting is none
 */
export function signalsOf({ depth, weight }: Settings) {
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

/** What is left of the signal at the end. */
export function left({
  kind,
  ...settings
}: Partial<Settings> & { kind: "plain" | "residual" }): number {
  return signalsOf({ ...defaults, ...settings })[kind].at(-1) ?? 0
}

/** What is wrong with settings, for a reader. */
export function problemOf({ depth, weight }: Settings): string | undefined {
  if (!(Number.isInteger(depth) && depth >= 2 && depth <= 50 && depth % 2 === 0)) {
    return "There are 2 to 50 layers, two in a block."
  }
  if (!(weight >= 0 && weight <= 1.2)) return "The weight is a number from 0 to 1.2."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  plain: left({ ...settings, kind: "plain" }),
  residual: left({ ...settings, kind: "residual" }),
})
