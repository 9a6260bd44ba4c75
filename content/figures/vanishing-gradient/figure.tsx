import { format, InteractiveFigure, Plot, Sliders, Toggle, useFigure } from "partwise/figure"
import { defaults, gradientsOf, limit, problemOf, type Settings } from "./model"

export function VanishingGradient(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { weight, depth, isClipped } = settings
  const mirrored = Math.round((2 - weight) * 100) / 100
  const weights = mirrored === weight ? [weight] : [weight, mirrored]
  const lines = weights.map((one) => ({
    name: `weight ${format(one)}`,
    gradients: gradientsOf({ ...settings, weight: one }),
  }))
  const [last = 1, other] = lines.map(({ gradients }) => gradients.at(-1) ?? 1)
  return (
    <InteractiveFigure
      figure={figure}
      says={`After ${depth} steps a weight of ${format(weight)} leaves ${format(last)} of a gradient of 1${other === undefined ? "" : `, and one of ${format(mirrored)} makes it ${format(other)}`}.`}
      table={{
        columns: ["step", ...lines.map(({ name }) => name)],
        rows: [...new Set([0, 1, 2, 5, 10, 20, 50, depth])]
          .filter((step) => step <= depth)
          .sort((a, b) => a - b)
          .map((step) => [step, ...lines.map(({ gradients }) => gradients[step] ?? 0)]),
      }}
      controls={
        <>
          <Sliders
            figure={figure}
            ranges={{
              weight: { label: "Weight", min: 0.5, max: 1.5, step: 0.05 },
              depth: { label: "Steps", min: 1, max: 50 },
            }}
          />
          <Toggle
            label={`Clip at ${limit}`}
            value={isClipped}
            onChange={(value) => set({ isClipped: value })}
          />
        </>
      }
    >
      <Decay lines={lines} />
    </InteractiveFigure>
  )
}

type Decay = { lines: readonly { name: string; gradients: readonly number[] }[] }

function Decay({ lines }: Decay) {
  return (
    <Plot
      label="The gradient by the number of steps it has gone back"
      x={{ label: "steps back through time", from: 0, to: 50, ticks: [0, 10, 20, 30, 40, 50] }}
      y={{
        label: "gradient",
        from: 1e-6,
        to: 1e6,
        ticks: [1e-6, 1e-3, 1, 1e3, 1e6],
        isLog: true,
        format: power,
      }}
      lines={lines.map(({ name, gradients }) => ({
        name,
        points: gradients.map((gradient, step) => [step, gradient] as const),
      }))}
      level={{ at: 1, name: "unchanged" }}
    />
  )
}

const power = (value: number) =>
  value === 1
    ? "1"
    : `10${{ "-6": "⁻⁶", "-3": "⁻³", "3": "³", "6": "⁶" }[Math.round(Math.log10(value))] ?? ""}`
