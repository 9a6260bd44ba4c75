import { Bars, Choice, format, InteractiveFigure, Slider, useFigure } from "partwise/figure"
import {
  defaults,
  networks,
  problemOf,
  stepsOf,
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
}
const costs = { params: "parameters", activations: "activations", macs: "multiplications" }

export function TensorShape(props: Partial<Omit<Settings, "size">>) {
  const start = { ...defaults, ...props }
  const figure = useFigure<Settings>(
    { ...start, size: networks[start.network].input[0] },
    problemOf,
  )
  const { settings, set } = figure
  const { network, cost, size } = settings
  const steps = stepsOf(networks[network], size)
  const sum = steps.reduce((total, step) => total + step[cost], 0)
  const most = steps.reduce((a, b) => (b[cost] > a[cost] ? b : a))
  return (
    <InteractiveFigure
      figure={figure}
      says={`${format(sum, 9)} ${costs[cost]} in all, ${format((100 * most[cost]) / sum, 2)} % of them in one layer: ${nameOf(most.layer)}, which gives ${shapeOf(most)}.`}
      table={tableOf(steps)}
      controls={
        <>
          <Choice<NetworkName>
            label="Network"
            value={network}
            options={names}
            onChange={(one) => set({ network: one, size: networks[one].input[0] })}
          />
          <Choice<Settings["cost"]>
            label="Count"
            value={cost}
            options={costs}
            onChange={(one) => set({ cost: one })}
          />
          <Slider
            label="Image"
            value={size}
            min={1}
            max={512}
            shown={`${size} px`}
            onChange={(one) => set({ size: one })}
          />
        </>
      }
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

const nameOf = (layer: Layer): string =>
  layer.kind === "dense"
    ? `dense ${layer.out}`
    : layer.kind === "pool"
      ? `pool ${layer.f} × ${layer.f} / ${layer.s}`
      : `conv ${layer.f} × ${layer.f}${layer.s > 1 ? ` / ${layer.s}` : ""}, ${layer.out}`

const shapeOf = ({ shape }: Step) => (shape[0] === 1 ? String(shape[2]) : shape.join(" × "))
