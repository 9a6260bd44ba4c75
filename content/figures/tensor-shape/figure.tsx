import { Bars, Choice, format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import { LayerEditor } from "./layer-editor"
import {
  defaults,
  networkOf,
  networks,
  problemOf,
  stepsOf,
  textOf,
  type Layer,
  type NetworkName,
  type Settings,
  type Step,
} from "./model"

const names = {
  course: "the course's example",
  lenet: "LeNet-5",
  alexnet: "AlexNet",
  vgg16: "VGG-16",
  mobilenet: "MobileNet",
} satisfies Record<NetworkName, string>
const costs = { params: "parameters", activations: "activations", macs: "multiplications" }

type Props = { network?: NetworkName; cost?: Settings["cost"] }

export function TensorShape({ network: first = "vgg16", cost: counted = "params" }: Props) {
  const [size, channels] = networks[first].input
  const start = { ...defaults, network: first, cost: counted, size, channels }
  const figure = useFigure<Settings>(start, problemOf)
  const { settings, set } = figure
  const { cost } = settings
  const steps = stepsOf(networkOf(settings), settings.size)
  const sum = steps.reduce((total, step) => total + step[cost], 0)
  const most = steps.reduce((a, b) => (b[cost] > a[cost] ? b : a))
  return (
    <InteractiveFigure
      figure={figure}
      says={`${format(sum, 9)} ${costs[cost]} in all, ${format((100 * most[cost]) / (sum || 1), 2)} % of them in one layer: ${nameOf(most.layer)}, which gives ${shapeOf(most)}.`}
      table={tableOf(steps)}
      controls={<Controls settings={settings} set={set} />}
    >
      <Bars
        label={`${costs[cost]} of each layer`}
        most={most[cost]}
        bars={steps.map((step) => ({
          name: nameOf(step.layer),
          value: step[cost],
          shown: format(step[cost], 9),
          isMarked: step === most,
        }))}
      />
    </InteractiveFigure>
  )
}

type ControlsProps = { settings: Settings; set: (change: Partial<Settings>) => void }

function Controls({ settings, set }: ControlsProps) {
  const { layers } = networkOf(settings)
  const choose = (one: NetworkName | "own") => {
    if (one === "own") return set({ network: one, layers: textOf(layers) })
    const [size, channels] = networks[one].input
    set({ network: one, layers: "", size, channels, at: 0 })
  }
  return (
    <>
      <Choice<NetworkName | "own">
        label="Network"
        value={settings.network}
        options={{ ...names, own: "your own" }}
        onChange={choose}
      />
      <Choice<Settings["cost"]>
        label="Count"
        value={settings.cost}
        options={costs}
        onChange={(cost) => set({ cost })}
      />
      <Sliders
        figure={{ settings, set }}
        ranges={{
          size: { label: "Image", min: 1, max: 512, unit: " px" },
        }}
      />
      <LayerEditor
        layers={layers}
        at={settings.at}
        onChoose={(at) => set({ at })}
        onChange={(changed, at = settings.at) =>
          set({ network: "own", layers: textOf(changed), at })
        }
      />
    </>
  )
}

const tableOf = (steps: readonly Step[]) => ({
  columns: ["layer", "shape", "activations", "parameters", "multiplications", "sees"],
  rows: steps.map((step) => [
    nameOf(step.layer),
    shapeOf(step),
    format(step.activations, 9),
    format(step.params, 9),
    format(step.macs, 10),
    `${step.field} px`,
  ]),
})

function nameOf(layer: Layer): string {
  if (layer.kind === "dense") return `dense ${layer.out}`
  const { kind, f, s } = layer
  const step = kind === "pool" || s > 1 ? ` / ${s}` : ""
  return `${kind} ${f} × ${f}${step}${kind === "conv" ? `, ${layer.out}` : ""}`
}

const shapeOf = ({ shape }: Step) => (shape[0] === 1 ? String(shape[2]) : shape.join(" × "))
