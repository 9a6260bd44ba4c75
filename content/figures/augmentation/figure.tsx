import { Choice, InteractiveFigure, Toggle, useFigure } from "partwise/figure"
import {
  becomes,
  defaults,
  drawingOf,
  problemOf,
  signs,
  views,
  type Drawing,
  type Settings,
  type Sign,
} from "./model"

const options = Object.fromEntries(Object.keys(signs).map((sign) => [sign, sign])) as Record<
  Sign,
  string
>

export function Augmentation(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { sign } = settings
  const now = becomes(settings)
  return (
    <InteractiveFigure
      figure={figure}
      says={`The label says ${sign}. What is seen is ${now}: ${now === sign ? "a second example for nothing" : "an example that teaches what is wrong"}. Crops and mirroring make ${views({})} views of one photograph.`}
      table={{
        columns: ["sign", "mirrored", "turned"],
        rows: (Object.keys(signs) as Sign[]).map((one) => [
          one,
          becomes({ sign: one, isMirrored: true, isTurned: false }),
          becomes({ sign: one, isMirrored: false, isTurned: true }),
        ]),
      }}
      controls={
        <>
          <Choice<Sign>
            label="Sign"
            value={sign}
            options={options}
            onChange={(one) => set({ sign: one })}
          />
          <Toggle
            label="Mirror it"
            value={settings.isMirrored}
            onChange={(isMirrored) => set({ isMirrored })}
          />
          <Toggle
            label="Turn it over"
            value={settings.isTurned}
            onChange={(isTurned) => set({ isTurned })}
          />
        </>
      }
    >
      <Dots drawing={signs[sign]} label={`The sign ${sign}`} />
      <span aria-hidden="true">→</span>
      <Dots drawing={drawingOf(settings)} label="What became of it" />
    </InteractiveFigure>
  )
}

function Dots({ drawing, label }: { drawing: Drawing; label: string }) {
  return (
    <svg className="figure-dots" viewBox="0 0 5 7" role="img" aria-label={label}>
      {drawing.map((row, y) =>
        Array.from(row, (dot, x) =>
          dot === "#" ? (
            <rect key={`${x}.${y}`} x={x + 0.05} y={y + 0.05} width="0.9" height="0.9" />
          ) : null,
        ),
      )}
    </svg>
  )
}
