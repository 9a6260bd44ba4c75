/** A layer: a convolution or a pooling of f × f in steps of s with p zeros around, or a dense layer. */
export type Layer =
  | { kind: "conv"; f: number; s: number; p: number; out: number }
  | { kind: "pool"; f: number; s: number }
  | { kind: "dense"; out: number }

export type Network = { input: readonly [size: number, channels: number]; layers: readonly Layer[] }

const conv = (f: number, out: number, s = 1, p = 0): Layer => ({ kind: "conv", f, s, p, out })
const pool = (f: number, s = f): Layer => ({ kind: "pool", f, s })
const dense = (out: number): Layer => ({ kind: "dense", out })
const vgg = (count: number, out: number): readonly Layer[] =>
  Array.from({ length: count }, () => conv(3, out, 1, 1))

/** As published, and as the course draws them; AlexNet without its split over two processors. */
export const networks = {
  course: { input: [39, 3], layers: [conv(3, 10), conv(5, 20, 2), conv(5, 40, 2), dense(1)] },
  lenet: {
    input: [32, 1],
    layers: [conv(5, 6), pool(2), conv(5, 16), pool(2), dense(120), dense(84), dense(10)],
  },
  alexnet: {
    input: [227, 3],
    layers: [
      conv(11, 96, 4),
      pool(3, 2),
      conv(5, 256, 1, 2),
      pool(3, 2),
      conv(3, 384, 1, 1),
      conv(3, 384, 1, 1),
      conv(3, 256, 1, 1),
      pool(3, 2),
      dense(4096),
      dense(4096),
      dense(1000),
    ],
  },
  vgg16: {
    input: [224, 3],
    layers: [
      ...vgg(2, 64),
      pool(2),
      ...vgg(2, 128),
      pool(2),
      ...vgg(3, 256),
      pool(2),
      ...vgg(3, 512),
      pool(2),
      ...vgg(3, 512),
      pool(2),
      dense(4096),
      dense(4096),
      dense(1000),
    ],
  },
} as const satisfies Record<string, Network>

export type NetworkName = keyof typeof networks

/** What a layer gives, and what it costs. */
export type Step = {
  layer: Layer
  /** Height, width and channels; of a dense layer only the last is above 1. */
  shape: readonly [number, number, number]
  /** Numbers that come out. */
  activations: number
  /** Weights and biases. */
  params: number
  /** Multiplications, each with an addition. */
  macs: number
  /** How wide a window of the input one number has seen; of a dense layer, all of it. */
  field: number
}

/**
 * The size that comes out of a convolution or a pooling: PyTorch rounds down.
 *
 * @throws RangeError if the window does not fit, or a setting is none
 */
export function outputSize({
  n,
  f,
  p = 0,
  s = 1,
}: {
  n: number
  f: number
  p?: number
  s?: number
}): number {
  const isWhole = [n, f, s].every((one) => Number.isInteger(one) && one >= 1)
  if (!isWhole || !Number.isInteger(p) || p < 0) {
    throw new RangeError("Unexpected size, expected whole numbers from 1, and a padding from 0")
  }
  if (f > n + 2 * p)
    throw new RangeError(`Unexpected window of ${f}, expected at most ${n + 2 * p}`)
  return Math.floor((n + 2 * p - f) / s) + 1
}

/** Every layer of a network, with what it gives and costs. @param size of the input, if not its own */
export function stepsOf({ input, layers }: Network, size: number = input[0]): readonly Step[] {
  let shape: Step["shape"] = [size, size, input[1]]
  let [field, stride] = [1, 1]
  return layers.map((layer) => {
    const [n, , channels] = shape
    if (layer.kind === "dense") {
      const before = shape[0] * shape[1] * channels
      shape = [1, 1, layer.out]
      const macs = before * layer.out
      return { layer, shape, activations: layer.out, params: macs + layer.out, macs, field: size }
    }
    const { f, s } = layer
    const next = outputSize({ n, f, s, p: layer.kind === "conv" ? layer.p : 0 })
    field += (f - 1) * stride
    stride *= s
    shape = [next, next, layer.kind === "conv" ? layer.out : channels]
    const activations = next * next * shape[2]
    if (layer.kind === "pool") return { layer, shape, activations, params: 0, macs: 0, field }
    const weights = f * f * channels
    return {
      layer,
      shape,
      activations,
      params: (weights + 1) * layer.out,
      macs: weights * activations,
      field: Math.min(field, size),
    }
  })
}

type Cost = "params" | "activations" | "macs"

const sumOf = (steps: readonly Step[], cost: Cost) =>
  steps.reduce((sum, step) => sum + step[cost], 0)

/** Of a whole network. */
export const total = ({
  network,
  cost = "params",
}: {
  network: NetworkName
  cost?: Cost
}): number => sumOf(stepsOf(networks[network]), cost)

/** How much of a cost is that of dense layers, in hundredths. */
export function denseShare({ network, cost = "params" }: { network: NetworkName; cost?: Cost }) {
  const steps = stepsOf(networks[network])
  const own = steps.filter(({ layer }) => layer.kind === "dense")
  return (100 * sumOf(own, cost)) / sumOf(steps, cost)
}

/** The settings of the figure. */
export type Settings = { network: NetworkName; cost: Cost; size: number }

export const defaults: Settings = { network: "vgg16", cost: "params", size: 224 }

/** What is wrong with settings, for a reader. */
export function problemOf({ network, cost, size }: Settings): string | undefined {
  if (!Object.hasOwn(networks, network)) return "This network is not one of those to choose from."
  if (!["params", "activations", "macs"].includes(cost)) return "There are three costs to count."
  if (!(Number.isInteger(size) && size >= 1 && size <= 512)) {
    return "An image is 1 to 512 pixels wide."
  }
  try {
    stepsOf(networks[network], size)
    return undefined
  } catch {
    return `An image of ${size} pixels is too small: on the way through, a window no longer fits.`
  }
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = ({ network, size }: Settings) => {
  const steps = stepsOf(networks[network], size)
  return {
    params: sumOf(steps, "params"),
    macs: sumOf(steps, "macs"),
    activations: sumOf(steps, "activations"),
  }
}
