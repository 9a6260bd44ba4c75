/** The settings of the figure. */
export type Settings = {
  /** Height and width of what comes in, 1 to 256. */
  n: number
  /** Size of the filters, odd. */
  f: number
  /** Channels in and out, 1 to 1024. */
  into: number
  out: number
}

export const defaults: Settings = { n: 6, f: 3, into: 3, out: 5 }

/**
 * Multiplications of a convolution without padding, as it is and in two steps: a filter for each channel,
 * then one of 1 × 1 across all (Howard et al. 2017, section 3.1).
 *
 * @throws RangeError if a setting is no whole number from 1, or the filter does not fit
 */
export function costsOf({ n, f, into, out }: Settings) {
  if (![n, f, into, out].every((one) => Number.isInteger(one) && one >= 1) || f > n) {
    throw new RangeError("Unexpected settings, expected whole numbers, and a filter that fits")
  }
  const places = (n - f + 1) ** 2
  const depthwise = f * f * into * places
  const pointwise = into * out * places
  return { standard: f * f * into * out * places, depthwise, pointwise }
}

/** What is left of the multiplications: 1/out + 1/f². */
export function ratio(settings: Partial<Settings>): number {
  const { standard, depthwise, pointwise } = costsOf({ ...defaults, ...settings })
  return (depthwise + pointwise) / standard
}

type Kind = "standard" | "depthwise" | "pointwise"

export const cost = ({ kind, ...settings }: Partial<Settings> & { kind: Kind }): number =>
  costsOf({ ...defaults, ...settings })[kind]

/** What is wrong with settings, for a reader. */
export function problemOf({ n, f, into, out }: Settings): string | undefined {
  if (!(Number.isInteger(n) && n >= 1 && n <= 256)) return "A picture is 1 to 256 pixels wide."
  if (!(Number.isInteger(f) && f >= 1 && f <= 11)) return "A filter is 1 to 11 pixels wide."
  if (![into, out].every((one) => Number.isInteger(one) && one >= 1 && one <= 1024)) {
    return "There are 1 to 1024 channels."
  }
  return f > n ? `A filter of ${f} does not fit into a picture of ${n}.` : undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({ ...costsOf(settings), ratio: ratio(settings) })
