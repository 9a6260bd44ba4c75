import { Choice, NumberField, Stepper } from "partwise/figure"
import type { Layer } from "./model"

type Props = {
  layers: readonly Layer[]
  /** The one that is edited, from 0. */
  at: number
  onChoose: (at: number) => void
  /** @param at the one to edit next, if it is another */
  onChange: (layers: readonly Layer[], at?: number) => void
}

const kinds = { conv: "convolution", depthwise: "depthwise", pool: "pooling", dense: "dense" }
const fields = { f: "Window", s: "Step", p: "Zeros around", out: "Gives" } as const

/** One layer of a chain: what it is, its numbers, and what stands before and behind it. */
export function LayerEditor({ layers, at, onChoose, onChange }: Props) {
  const layer = layers[at] ?? firstOf("dense")
  const change = (next: Layer) => onChange(layers.with(at, next))
  return (
    <>
      <Stepper label="Layer" value={at} count={layers.length} onChange={onChoose} />
      <Choice<Layer["kind"]>
        label="It is"
        value={layer.kind}
        options={kinds}
        onChange={(kind) => change({ ...firstOf(kind), ...sharedBy(layer, kind) } as Layer)}
      />
      {(Object.keys(fields) as (keyof typeof fields)[]).map(
        (name) =>
          name in layer && (
            <NumberField
              key={name}
              label={fields[name]}
              value={layer[name as never]}
              onChange={(value) => change({ ...layer, [name]: value })}
            />
          ),
      )}
      <button
        type="button"
        className="figure-field"
        onClick={() => onChange(layers.toSpliced(at + 1, 0, { ...layer }), at + 1)}
      >
        Add one behind
      </button>
      <button
        type="button"
        className="figure-field"
        disabled={layers.length < 2}
        onClick={() => onChange(layers.toSpliced(at, 1), Math.min(at, layers.length - 2))}
      >
        Remove
      </button>
    </>
  )
}

function firstOf(kind: Layer["kind"]): Layer {
  if (kind === "dense") return { kind, out: 10 }
  const window = { f: 3, s: 1, p: 1 }
  return kind === "conv" ? { kind, ...window, out: 16 } : { kind, ...window }
}

/** What a layer keeps when it becomes one of another kind. */
function sharedBy(layer: Layer, kind: Layer["kind"]): Partial<Layer> {
  const names = Object.keys(firstOf(kind)).filter((name) => name !== "kind" && name in layer)
  return Object.fromEntries(names.map((name) => [name, layer[name as never]]))
}
