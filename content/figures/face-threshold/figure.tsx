import { format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import {
  defaults,
  falseAccepts,
  falseRejects,
  others,
  problemOf,
  same,
  type Settings,
} from "./model"

const ranges = { threshold: { label: "Threshold", min: 0, max: 2, step: 0.05 } }
const at = (distance: number) => 30 + distance * 210
const ticks = [0, 0.5, 1, 1.5, 2]

export function FaceThreshold(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { threshold } = figure.settings
  const [accepts, rejects] = [falseAccepts(figure.settings), falseRejects(figure.settings)]
  return (
    <InteractiveFigure
      figure={figure}
      says={`Of people who are not who they say they are, ${format(accepts * 100)} % pass; of those who are, ${format(rejects * 100)} % are turned away.`}
      table={{
        columns: ["pair", "distance of the same person", "of two people"],
        rows: same.map((distance, index) => [String(index + 1), distance, others[index] ?? 0]),
      }}
      controls={<Sliders figure={figure} ranges={ranges} />}
    >
      <svg
        className="plot"
        viewBox="0 0 480 190"
        role="img"
        aria-label="Pairs of faces by their distance, and the line between same and different"
      >
        <rect
          className="shape-common"
          x={at(0)}
          y="20"
          width={at(threshold) - at(0)}
          height="120"
        />
        <line className="plot-grid" x1={at(0)} x2={at(2)} y1="140" y2="140" />
        {ticks.map((tick) => (
          <text key={tick} x={at(tick)} y="160" textAnchor="middle">
            {format(tick)}
          </text>
        ))}
        <text className="plot-axis" x={at(1)} y="182" textAnchor="middle">
          distance
        </text>
        <g className="point">
          <text x={at(0) + 8} y="40">
            the same person
          </text>
          {same.map((distance) => (
            <circle key={distance} cx={at(distance)} cy="60" r="6" />
          ))}
        </g>
        <g className="point point-2">
          <text x={at(0) + 8} y="105">
            two people
          </text>
          {others.map((distance) => (
            <rect key={distance} x={at(distance) - 5.5} y="94.5" width="11" height="11" />
          ))}
        </g>
        <g className="plot-level">
          <line x1={at(threshold)} x2={at(threshold)} y1="20" y2="140" />
        </g>
      </svg>
    </InteractiveFigure>
  )
}
