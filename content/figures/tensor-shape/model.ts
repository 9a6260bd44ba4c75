/**
 * A layer: a window of f × f in steps of s with p zeros around, or a dense layer. A depthwise convolution
 * looks at each channel for itself. One that is normed has no bias, and a scale and a shift a channel.
 */
export type Layer =
  | { kind: "conv"; f: number; s: number; p: number; out: number; isNormed?: boolean }
  | { kind: "depthwise"; f: number; s: number; p: number; isNormed?: boolean }
  | { kind: "pool"; f: number; s: number; p: number }
  | { kind: "dense"; out: number }

export type Network = { input: readonly [size: number, channels: number]; layers: readonly Layer[] }

const conv = (f: number, out: number, s = 1, p = 0): Layer => ({ kind: "conv", f, s, p, out })
const pool = (f: number, s = f, p = 0): Layer => ({ kind: "pool", f, s, p })
const dense = (out: number): Layer => ({ kind: "dense", out })
const vgg = (count: number, out: number): readonly Layer[] =>
  Array.from({ length: count }, () => conv(3, out, 1, 1))

/** A convolution channel by channel, and one that looks at one place of all channels. */
const separable = (out: number, s = 1): readonly Layer[] => [
  { kind: "depthwise", f: 3, s, p: 1, isNormed: true },
  { kind: "conv", f: 1, s: 1, p: 0, out, isNormed: true },
]

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
  mobilenet: {
    input: [224, 3],
    layers: [
      { kind: "conv", f: 3, s: 2, p: 1, out: 32, isNormed: true },
      ...separable(64),
      ...separable(128, 2),
      ...separable(128),
      ...separable(256, 2),
      ...separable(256),
      ...separable(512, 2),
      ...Array.from({ length: 5 }, () => separable(512)).flat(),
      ...separable(1024, 2),
      ...separable(1024),
      pool(7),
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
    const { f } = layer
    const next = outputSize({ n, ...layer })
    field += (f - 1) * stride
    stride *= layer.s
    shape = [next, next, layer.kind === "conv" ? layer.out : channels]
    const activations = next * next * shape[2]
    const seen = { layer, shape, activations, field: Math.min(field, size) }
    if (layer.kind === "pool") return { ...seen, params: 0, macs: 0 }
    const weights = f * f * (layer.kind === "conv" ? channels : 1)
    const beside = layer.isNormed ? 2 : 1
    return { ...seen, params: (weights + beside) * shape[2], macs: weights * activations }
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
export type Settings = {
  network: NetworkName | "own"
  /** The layers of one's own network, as {@link textOf} writes them. */
  layers: string
  /** Height and width of its image, and the channels of it. */
  size: number
  channels: number
  cost: Cost
  /** The layer that can be changed, from 0. */
  at: number
}

const { input } = networks.vgg16

export const defaults: Settings = {
  network: "vgg16",
  layers: "",
  size: input[0],
  channels: input[1],
  cost: "params",
  at: 0,
}

/** The network that settings mean. */
export const networkOf = ({ network, layers, size, channels }: Omit<Settings, "cost" | "at">) =>
  network === "own"
    ? { input: [size, channels] as const, layers: layersFrom(layers) }
    : networks[network]

/** Layers as an address has them: "conv 3 64 s1 p1, pool 2 s2 p0, dense 10". */
export const textOf = (layers: readonly Layer[]): string =>
  layers
    .map((layer) => {
      if (layer.kind === "dense") return `dense ${layer.out}`
      const { kind, f, s, p } = layer
      const norm = "isNormed" in layer && layer.isNormed ? " norm" : ""
      return `${kind} ${f}${kind === "conv" ? ` ${layer.out}` : ""} s${s} p${p}${norm}`
    })
    .join(", ")

const windowed = /^(conv|depthwise|pool) (\d+)(?: (\d+))? s(\d+) p(\d+)( norm)?$/

/** @throws RangeError where a text is no list of layers */
export const layersFrom = (text: string): readonly Layer[] =>
  text.split(", ").map((one): Layer => {
    const [, kind, f, out, s, p, norm] = windowed.exec(one) ?? []
    const window = { f: Number(f), s: Number(s), p: Number(p) }
    const isNormed = norm !== undefined
    if (kind === "conv" && out) return { kind, ...window, out: Number(out), isNormed }
    if (kind === "depthwise" && !out) return { kind, ...window, isNormed }
    if (kind === "pool" && !out && !norm) return { kind, ...window }
    const dense = /^dense (\d+)$/.exec(one)?.[1]
    if (dense !== undefined) return { kind: "dense", out: Number(dense) }
    throw new RangeError(`Unexpected layer ${one}, expected one such as conv 3 64 s1 p1`)
  })

const isWithin = (value: number, from: number, to: number) =>
  Number.isInteger(value) && value >= from && value <= to

/** What is wrong with settings, for a reader. */
export function problemOf(settings: Settings): string | undefined {
  const { network, size, channels, cost, at } = settings
  if (network !== "own" && !Object.hasOwn(networks, network))
    return "This network is not one of those to choose from."
  if (!["params", "activations", "macs"].includes(cost)) return "There are three costs to count."
  if (!isWithin(size, 1, 512)) return "An image is 1 to 512 pixels wide."
  if (!isWithin(channels, 1, 4096)) return "An image has 1 to 4,096 channels."
  return problemOfLayers(settings, at)
}

function problemOfLayers(settings: Settings, at: number): string | undefined {
  let layers: readonly Layer[]
  try {
    layers = networkOf(settings).layers
  } catch {
    return "The numbers of a layer are whole, and none is below 0."
  }
  if (layers.length > 64) return "A network here has up to 64 layers."
  if (!isWithin(at, 0, layers.length - 1)) return `There are ${layers.length} layers.`
  for (const [index, layer] of layers.entries()) {
    const name = `Layer ${index + 1}`
    if (layer.kind !== "dense") {
      if (!isWithin(layer.f, 1, 99)) return `${name}: a window is 1 to 99 numbers wide.`
      if (!isWithin(layer.s, 1, 99)) return `${name}: a step is 1 to 99 numbers long.`
      if (!isWithin(layer.p, 0, 99)) return `${name}: there are 0 to 99 zeros around an image.`
      if (layers.slice(0, index).some(({ kind }) => kind === "dense"))
        return `${name}: behind a dense layer there is no image for a window to slide over.`
    }
    if ("out" in layer && !isWithin(layer.out, 1, 99_999))
      return `${name}: it gives 1 to 99,999 channels.`
  }
  try {
    stepsOf(networkOf(settings), settings.size)
    return undefined
  } catch {
    return `An image of ${settings.size} pixels is too small: on the way through, a window no longer fits.`
  }
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => {
  const steps = stepsOf(networkOf(settings), settings.size)
  return {
    params: sumOf(steps, "params"),
    macs: sumOf(steps, "macs"),
    activations: sumOf(steps, "activations"),
  }
}
