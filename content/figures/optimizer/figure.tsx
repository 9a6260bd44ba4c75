import { format, InteractiveFigure, Legend, Sliders, useFigure } from "partwise/figure"
import { defaults, heightOf, methods, pathOf, problemOf, type Point, type Settings } from "./model"

const names = {
  descent: "gradient descent",
  momentum: "momentum",
  rmsprop: "RMSProp",
  adam: "Adam",
}

const [width, height] = [480, 230]
const place = ([x, y]: Point): Point => [
  round(Math.max(-40, Math.min(520, 240 + x * 24))),
  round(Math.max(-40, Math.min(270, 115 - y * 60))),
]
const round = (value: number) => Math.round(value * 10) / 10

export function Optimizer(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings } = figure
  const paths = methods.map((method) => pathOf(method, settings))
  const heights = paths.map((path) => heightOf(path.at(-1) ?? [0, 0]))
  const lowest = methods[heights.indexOf(Math.min(...heights))] ?? "adam"
  const isLost = (heights[0] ?? 0) > heightOf(paths[0]?.[0] ?? [0, 0])
  return (
    <InteractiveFigure
      figure={figure}
      says={`After ${settings.steps} steps ${names[lowest]} is lowest, at ${format(Math.min(...heights), 2)}; gradient descent is at ${format(heights[0] ?? 0, 2)}${isLost ? " and climbs: its steps across the ravine are too long" : ""}.`}
      table={{
        columns: ["method", "x", "y", "height"],
        rows: methods.map((method, index) => {
          const [x, y] = paths[index]?.at(-1) ?? [0, 0]
          return [names[method], format(x, 3), format(y, 3), format(heights[index] ?? 0, 3)]
        }),
      }}
      controls={
        <>
          <Sliders
            figure={figure}
            ranges={{
              steps: { label: "Steps", min: 0, max: 100 },
              rate: { label: "Rate", min: 0.001, max: 0.025, step: 0.001 },
            }}
          />
        </>
      }
    >
      <Ravine paths={paths} />
      <Legend names={methods.map((method) => names[method])} />
    </InteractiveFigure>
  )
}

function Ravine({ paths }: { paths: readonly (readonly Point[])[] }) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="A ravine from above, and the way of four methods into it"
    >
      {[1, 5, 15, 40, 90, 170].map((level) => (
        <ellipse
          key={level}
          className="plot-contour"
          cx="240"
          cy="115"
          rx={round(Math.sqrt(2 * level) * 24)}
          ry={round(Math.sqrt((2 * level) / 100) * 60)}
        />
      ))}
      {paths.map((path, index) => (
        <g key={methods[index]} className={`plot-line plot-line-${index + 1}`}>
          <path
            d={path
              .map((point, step) => `${step === 0 ? "M" : "L"}${place(point).join(" ")}`)
              .join("")}
          />
          <circle
            r="4.5"
            cx={place(path.at(-1) ?? [0, 0])[0]}
            cy={place(path.at(-1) ?? [0, 0])[1]}
          />
        </g>
      ))}
    </svg>
  )
}
