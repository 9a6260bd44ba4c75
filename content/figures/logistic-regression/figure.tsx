import { format, InteractiveFigure, Plot, Sliders, useFigure } from "partwise/figure"
import {
  cost,
  costOf,
  defaults,
  gradientOf,
  inputs,
  labels,
  pathOf,
  predictionsOf,
  problemOf,
  trained,
  type Settings,
} from "./model"

const weight = { min: -5, max: 5, step: 0.5 }
const ranges = {
  steps: { label: "Steps", min: 0, max: 200 },
  rate: { label: "Rate", min: 0.05, max: 1, step: 0.05 },
  w1: { label: "w₁ at first", ...weight },
  w2: { label: "w₂ at first", ...weight },
  b: { label: "b at first", ...weight },
}

export function LogisticRegression(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings } = figure
  const { steps, rate } = settings
  const state = trained(settings)
  const slope = gradientOf(state)
  const predictions = predictionsOf(state)
  return (
    <InteractiveFigure
      figure={figure}
      says={`After ${steps} steps the cost is ${format(cost(settings))}, with w₁ = ${format(state.w1, 3)}, w₂ = ${format(state.w2, 3)} and b = ${format(state.b, 3)}; the next step changes w₁ by ${format(-rate * slope.w1, 3)}.`}
      table={{
        columns: ["example", "x₁", "x₂", "label y", "prediction a", "a − y"],
        rows: labels.map((label, index) => [
          String(index + 1),
          inputs[0][index] ?? 0,
          inputs[1][index] ?? 0,
          label,
          predictions[index] ?? 0,
          (predictions[index] ?? 0) - label,
        ]),
      }}
      controls={<Sliders figure={figure} ranges={ranges} />}
    >
      <Costs {...settings} />
    </InteractiveFigure>
  )
}

/** The cost of all steps that there may be, and of those that have been made. */
function Costs(settings: Settings) {
  const costs = pathOf({ ...settings, steps: 200 }).map(costOf)
  const pointsAt = (steps: readonly number[]) =>
    steps.map((step) => [step, costs[step] ?? 0] as const)
  return (
    <Plot
      label="The cost by the number of steps"
      x={{ label: "steps", from: 0, to: 200, ticks: [0, 50, 100, 150, 200] }}
      y={{ label: "cost", from: 0, to: 6, ticks: [0, 2, 4, 6] }}
      lines={[
        {
          name: "all steps",
          points: pointsAt(Array.from({ length: 41 }, (_, index) => index * 5)),
        },
        ...(settings.steps === 0
          ? []
          : [
              {
                name: "so far",
                points: pointsAt(
                  Array.from({ length: 21 }, (_, index) =>
                    Math.round((index / 20) * settings.steps),
                  ),
                ),
              },
            ]),
      ]}
      level={{ at: Math.log(2), name: "a coin" }}
    />
  )
}
