import { format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import { defaults, loss, problemOf, type Settings } from "./model"

const ranges = {
  positive: { label: "To the same person", min: 0, max: 2, step: 0.01 },
  negative: { label: "To another", min: 0, max: 2, step: 0.01 },
  margin: { label: "Margin", min: 0, max: 1, step: 0.01 },
}

export function FaceVerification(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings } = figure
  const { positive, negative, margin } = settings
  const cost = loss(settings)
  return (
    <InteractiveFigure
      figure={figure}
      says={`The other person is ${negative > positive ? "farther away" : "not farther away"}, ${cost === 0 ? "and by the margin: nothing is left to learn from this triplet" : `and yet the triplet costs ${format(cost, 3)}: it lacks that much to the margin`}.`}
      table={{
        columns: ["squared distance", "value"],
        rows: [
          ["to the same person", positive],
          ["to another", negative],
          ["what the margin asks for", positive + margin],
          ["loss", cost],
        ],
      }}
      controls={<Sliders figure={figure} ranges={ranges} />}
    >
      <Rings {...settings} />
    </InteractiveFigure>
  )
}

/** The first picture in the middle, the others at their distances, and the ring that the margin draws. */
function Rings({ positive, negative, margin }: Settings) {
  const unit = 85
  const at = (squared: number, angle: number) => {
    const radius = Math.sqrt(squared) * unit
    return [
      Math.round(240 + radius * Math.cos(angle)),
      Math.round(150 + radius * Math.sin(angle)),
    ] as const
  }
  const [px, py] = at(positive, 2.6)
  const [nx, ny] = at(negative, 0.25)
  return (
    <svg
      viewBox="0 0 480 300"
      role="img"
      aria-label="Three faces by their distances, and the margin"
    >
      <circle className="shape-1" cx="240" cy="150" r={Math.sqrt(positive) * unit} />
      <circle className="shape-2" cx="240" cy="150" r={Math.sqrt(positive + margin) * unit} />
      <g className="point">
        <circle cx="240" cy="150" r="5" />
        <text x="240" y="138" textAnchor="middle">
          this face
        </text>
        <circle cx={px} cy={py} r="5" />
        <text x={px - 9} y={py + 18} textAnchor="end">
          the same person
        </text>
      </g>
      <g className="point point-2">
        <rect x={nx - 5} y={ny - 5} width="10" height="10" />
        <text x={nx + 10} y={ny + 4}>
          another
        </text>
      </g>
    </svg>
  )
}
