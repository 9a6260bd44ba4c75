import { Bars, format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import { beamsOf, defaults, problemOf, scoreOf, type Settings } from "./model"

export function BeamSearch(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings } = figure
  const { width, alpha } = settings
  const beams = beamsOf(settings)
  const [best] = beams.at(-1) ?? []
  const kept = beams.flatMap((beam, step) => beam.map((one) => ({ ...one, step: step + 1 })))
  return (
    <InteractiveFigure
      figure={figure}
      says={`With ${width === 1 ? "one beginning" : `${width} beginnings`} kept, the search ends with “${best?.words.join(" ") ?? ""}”, whose probability is ${format(Math.exp(best?.logP ?? 0), 3)}.`}
      table={{
        columns: ["kept", "after word", "probability", "score"],
        rows: kept.map((one) => [
          one.words.join(" "),
          String(one.step),
          Math.exp(one.logP),
          scoreOf(one, alpha),
        ]),
      }}
      controls={
        <>
          <Sliders
            figure={figure}
            ranges={{
              width: { label: "Beginnings kept", min: 1, max: 4 },
              alpha: { label: "Weight of the length", min: 0, max: 1, step: 0.1 },
            }}
          />
        </>
      }
    >
      <Bars
        label="Probability of what was kept after each word"
        most={0.6}
        bars={kept.map((one) => ({
          name: one.words.join(" "),
          value: Math.exp(one.logP),
          isMarked: one.words === best?.words,
        }))}
      />
    </InteractiveFigure>
  )
}
