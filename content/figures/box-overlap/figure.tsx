import { format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import {
  boxOf,
  commonOf,
  defaults,
  overlapOf,
  problemOf,
  still,
  type Box,
  type Settings,
} from "./model"

const size = 60
const ranges = {
  x: { label: "Right", min: 0, max: 5, step: 0.1 },
  y: { label: "Down", min: 0, max: 5, step: 0.1 },
  width: { label: "Wide", min: 0.5, max: 4, step: 0.1 },
  height: { label: "High", min: 0.5, max: 4, step: 0.1 },
  threshold: { label: "Threshold", min: 0.05, max: 1, step: 0.05 },
}

export function BoxOverlap(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings } = figure
  const moved = boxOf(settings)
  const common = commonOf(still, moved)
  const overlap = overlapOf(still, moved)
  const isOne = overlap >= settings.threshold
  const areas = [still, moved, ...(common ? [common] : [])].map(areaOf)
  return (
    <InteractiveFigure
      figure={figure}
      says={`The boxes share ${format(overlap, 3)} of what they cover together: ${isOne ? "one object, and the less sure box goes" : "two objects, and both boxes stay"}.`}
      table={{
        columns: ["area of", "square units"],
        rows: [
          ["first box", areas[0] ?? 0],
          ["second box", areas[1] ?? 0],
          ["both at once", areas[2] ?? 0],
          ["the two together", (areas[0] ?? 0) + (areas[1] ?? 0) - (areas[2] ?? 0)],
        ],
      }}
      controls={<Sliders figure={figure} ranges={ranges} />}
    >
      <svg viewBox="0 0 480 300" role="img" aria-label="Two boxes, and what they share">
        {common && <rect className="shape-common" {...rectOf(common)} />}
        <rect className="shape-1" {...rectOf(still)} />
        <rect className="shape-2" {...rectOf(moved)} />
        <text x={still[2] * size + 6} y={still[1] * size + 14}>
          first
        </text>
        <text x={moved[0] * size + 6} y={moved[3] * size - 8}>
          second
        </text>
      </svg>
    </InteractiveFigure>
  )
}

const areaOf = ([x1, y1, x2, y2]: Box) => (x2 - x1) * (y2 - y1)

const rectOf = ([x1, y1, x2, y2]: Box) => ({
  x: x1 * size,
  y: y1 * size,
  width: (x2 - x1) * size,
  height: (y2 - y1) * size,
})
