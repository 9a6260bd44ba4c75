import { Bars, format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import { defaults, nextAfter, perplexity, problemOf, write, type Settings } from "./model"

export function LanguageModel(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { n, temperature, written, seed } = settings
  const words = write(settings)
  const next = nextAfter(words, settings)
  const [drawn] = write({ ...settings, written: written + 1 }).slice(-1)
  const shown = next.slice(0, 7)
  return (
    <InteractiveFigure
      figure={figure}
      says={`${words.length === 0 ? "It begins" : `“${words.join(" ").replaceAll(/ ([.?])/g, "$1")}” goes on`} with one of ${next.length} words, “${drawn ?? ""}” in this draw. On the text that it has counted, its perplexity is ${format(perplexity({ n, temperature }), 3)}.`}
      table={{
        columns: ["next word", "probability"],
        rows: next.slice(0, 20).map(({ word, p }) => [word, p]),
      }}
      controls={
        <>
          <Sliders
            figure={figure}
            ranges={{
              n: { label: "Words a unit", min: 1, max: 4 },
              temperature: { label: "Temperature", min: 0.2, max: 3, step: 0.1 },
              written: { label: "Words written", min: 0, max: 30 },
            }}
          />
          <button type="button" onClick={() => set({ seed: (seed + 1) % 100 })}>
            Draw again
          </button>
        </>
      }
    >
      <Bars
        label="How likely each word is to come next"
        most={1}
        bars={shown.map(({ word, p }) => ({
          name: word,
          value: p,
          shown: format(p, 2),
          isMarked: word === drawn,
        }))}
      />
    </InteractiveFigure>
  )
}
