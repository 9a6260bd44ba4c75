import { format, InteractiveFigure, Plot, Sliders, useFigure } from "partwise/figure"
import { HeatMap } from "./heat-map"
import { count, defaults, encodingOf, likeness, problemOf, type Settings } from "./model"

const positions = Array.from({ length: count }, (_, position) => position)

export function PositionalEncoding(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings } = figure
  const { position, size } = settings
  const encodings = positions.map((one) => encodingOf(one, size))
  const alike = positions.map((one) => likeness(position, one, size))
  const other = position + 3 < count ? position + 3 : position - 3
  return (
    <InteractiveFigure
      figure={figure}
      says={`Positions ${position} and ${other} have a likeness of ${format(alike[other] ?? 0, 3)}, and so has every pair that is three apart.`}
      table={{
        columns: ["position", `likeness to ${position}`, "1st", "2nd", "3rd", "4th number"],
        rows: positions.map((one) => [
          String(one),
          alike[one] ?? 0,
          ...(encodings[one] ?? []).slice(0, 4),
        ]),
      }}
      controls={
        <Sliders
          figure={figure}
          ranges={{
            position: { label: "Position", min: 0, max: count - 1 },
            size: { label: "Numbers a position", min: 4, max: 32, step: 2 },
          }}
        />
      }
    >
      <HeatMap
        label={`${size} numbers for each of ${count} positions, between −1 and 1`}
        rows={encodings}
        most={1}
        marked={position}
        x="numbers of a position"
        y="position"
      />
      <Plot
        label={`How alike each position is to position ${position}`}
        x={{ label: "position", from: 0, to: count - 1, ticks: [0, 5, 10, 15, 20] }}
        y={{ label: "likeness", from: -0.5, to: 1, ticks: [-0.5, 0, 0.5, 1] }}
        lines={[{ name: `to ${position}`, points: alike.map((one, at) => [at, one] as const) }]}
        level={{ at: 0, name: "nothing in common" }}
      />
    </InteractiveFigure>
  )
}
