import { format, InteractiveFigure, Sliders, Stepper, useFigure } from "partwise/figure"
import {
  cellOf,
  cells,
  defaults,
  fatesOf,
  found,
  grid,
  lastStep,
  picture,
  problemOf,
  type Fate,
  type Settings,
} from "./model"

const size = 64
const [width, height] = [picture.width * size, picture.height * size]
const between = Array.from({ length: grid - 1 }, (_, line) => (line + 1) / grid)
const ranges = {
  least: { label: "Sure by more than", min: 0, max: 1, step: 0.05 },
  threshold: { label: "Overlap allowed", min: 0.05, max: 1, step: 0.05 },
}
const words = { waits: "waits", kept: "is kept", unsure: "is too unsure", gone: "goes" }
const dots = { waits: "point", kept: "point", unsure: "point point-2", gone: "point point-2" }
const shapes = { waits: "shape-open", kept: "shape-1", unsure: "shape-2", gone: "shape-2" }

export function NonMaxSuppression(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const last = lastStep(settings)
  const step = Math.min(settings.step, last)
  const fates = fatesOf({ ...settings, step })
  return (
    <InteractiveFigure
      figure={figure}
      says={sentenceOf(fates, step, last)}
      table={{
        columns: ["box", "row and column", "sure by", "shares with one kept", "what becomes of it"],
        rows: found.map(({ box, score }, index) => [
          String(index + 1),
          cellOf(box)
            .map((at) => at + 1)
            .join(", "),
          score,
          fates[index]?.shares ?? "–",
          words[fates[index]?.state ?? "waits"],
        ]),
      }}
      controls={
        <>
          <Stepper
            label="Step"
            value={step}
            count={last + 1}
            onChange={(one) => set({ step: one })}
          />
          <Sliders figure={figure} ranges={ranges} />
        </>
      }
    >
      <Picture fates={fates} />
    </InteractiveFigure>
  )
}

/** The cells, and the boxes that they have found. */
function Picture({ fates }: { fates: readonly Fate[] }) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="A picture in 7 times 7 cells, boxes around two cars, and which of them stay"
    >
      <rect className="shape-open" width={width} height={height} />
      {between.map((share) => (
        <path
          key={share}
          className="plot-contour"
          d={`M${round(share * width)} 0V${height}M0 ${round(share * height)}H${width}`}
        />
      ))}
      {found.map(({ box: [x1, y1, x2, y2], score }, index) => (
        <g key={index}>
          <rect
            className={shapes[fates[index]?.state ?? "waits"]}
            x={x1 * size}
            y={y1 * size}
            width={(x2 - x1) * size}
            height={(y2 - y1) * size}
          />
          <circle
            className={dots[fates[index]?.state ?? "waits"]}
            cx={((x1 + x2) / 2) * size}
            cy={((y1 + y2) / 2) * size}
            r="3.5"
          />
          <text x={x1 * size + 5} y={y1 * size + 15}>
            {format(score)}
          </text>
        </g>
      ))}
    </svg>
  )
}

const round = (value: number) => Math.round(value * 10) / 10

function sentenceOf(fates: readonly Fate[], step: number, last: number): string {
  const count = (state: Fate["state"]) => fates.filter((fate) => fate.state === state).length
  if (step === 0) return `${cells()} of ${grid ** 2} cells have found ${found.length} boxes.`
  if (step === 1) {
    return `${count("unsure")} of ${found.length} boxes ${count("unsure") === 1 ? "is" : "are"} too unsure; ${count("waits")} wait.`
  }
  const stay = `${count("kept")} of ${found.length} boxes ${count("kept") === 1 ? "is" : "are"} kept`
  return step < last
    ? `${stay}, ${count("gone")} overlap them too much, and ${count("waits")} wait.`
    : `${stay}; ${count("gone")} overlap them too much, and nothing is left to look at.`
}
