import {
  Bars,
  format,
  InteractiveFigure,
  Slider,
  Sliders,
  Toggle,
  useFigure,
} from "partwise/figure"
import { defaults, keys, problemOf, scoresOf, weightsOf, type Settings } from "./model"

export function Attention(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const weights = weightsOf(settings)
  const scores = scoresOf(settings)
  const most = Math.max(...weights)
  return (
    <InteractiveFigure
      figure={figure}
      says={`With ${settings.size} numbers a vector ${settings.isScaled ? "and the scores divided by their root" : "and the scores as they are"}, “${keys[weights.indexOf(most)]}” gets ${format(most * 100, 5)} % of the attention${most > 0.999 ? ": nothing is left to learn from the others" : ""}.`}
      table={{
        columns: ["key", "score", "share"],
        rows: keys.map((key, index) => [
          key,
          scores[index] === -Infinity ? "masked" : (scores[index] ?? 0),
          weights[index] ?? 0,
        ]),
      }}
      controls={
        <>
          <Slider
            label="Numbers a vector"
            value={Math.log2(settings.size)}
            min={0}
            max={9}
            shown={String(settings.size)}
            onChange={(power) => set({ size: 2 ** power })}
          />
          <Toggle
            label="Divide by the root"
            value={settings.isScaled}
            onChange={(isScaled) => set({ isScaled })}
          />
          <Sliders
            figure={figure}
            ranges={{
              seen: { label: "Words to see", min: 1, max: 4 },
            }}
          />
        </>
      }
    >
      <Bars
        label="How the attention is shared"
        most={1}
        bars={keys.map((key, index) => ({
          name: key,
          value: weights[index] ?? 0,
          shown: index < settings.seen ? format(weights[index] ?? 0, 4) : "masked",
          isMarked: weights[index] === most,
        }))}
      />
    </InteractiveFigure>
  )
}
