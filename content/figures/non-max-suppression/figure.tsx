import { format, InteractiveFigure, Sliders, Stepper, useFigure } from "partwise/figure"
import { defaults, fatesOf, found, lastStep, problemOf, type Fate, type Settings } from "./model"

const size = 64
const ranges = {
  least: { label: "Sure by more than", min: 0, max: 1, step: 0.05 },
  threshold: { label: "Overlap allowed", min: 0.05, max: 1, step: 0.05 },
}
const words = { waits: "waits", kept: "is kept", unsure: "is too unsure", gone: "goes" }
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
        columns: ["box", "sure by", "shares with one kept", "what becomes of it"],
        rows: found.map(({ score }, index) => [
          String(index + 1),
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
      <svg
        viewBox="0 0 480 260"
        role="img"
        aria-label="Boxes around two cars, and which of them stay"
      >
        {found.map(({ box: [x1, y1, x2, y2], score }, index) => (
          <g key={index}>
            <rect
              className={shapes[fates[index]?.state ?? "waits"]}
              x={x1 * size}
              y={y1 * size}
              width={(x2 - x1) * size}
              height={(y2 - y1) * size}
            />
            <text x={x1 * size + 5} y={y1 * size + 15}>
              {format(score)}
            </text>
          </g>
        ))}
      </svg>
    </InteractiveFigure>
  )
}

function sentenceOf(fates: readonly Fate[], step: number, last: number): string {
  const count = (state: Fate["state"]) => fates.filter((fate) => fate.state === state).length
  if (step === 0) return `The detector has found ${found.length} boxes.`
  if (step === 1) {
    return `${count("unsure")} of ${found.length} boxes ${count("unsure") === 1 ? "is" : "are"} too unsure; ${count("waits")} wait.`
  }
  const stay = `${count("kept")} of ${found.length} boxes ${count("kept") === 1 ? "is" : "are"} kept`
  return step < last
    ? `${stay}, ${count("gone")} overlap them too much, and ${count("waits")} wait.`
    : `${stay}; ${count("gone")} overlap them too much, and nothing is left to look at.`
}
