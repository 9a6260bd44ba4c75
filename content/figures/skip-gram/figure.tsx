import { Bars, format, InteractiveFigure, Sliders, Stepper, useFigure } from "partwise/figure"
import {
  defaults,
  frequencies,
  neighboursOf,
  noise,
  problemOf,
  sentence,
  type Settings,
} from "./model"

export function SkipGram(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { at } = settings
  const neighbours = neighboursOf(settings)
  const shares = noise(settings)
  return (
    <InteractiveFigure
      figure={figure}
      says={`From “${sentence[at]}” ${neighbours.length} pairs are taken: ${neighbours.map((index) => sentence[index]).join(", ")}. Noise is “durian” in ${format(100 * shares.durian, 3)} % of the draws, though it is 1 % of the text.`}
      table={tableOf(shares)}
      controls={
        <>
          <Stepper
            label="Word"
            value={at}
            count={sentence.length}
            onChange={(value) => set({ at: value })}
          />
          <Sliders
            figure={figure}
            ranges={{
              window: { label: "Window", min: 1, max: 5 },
              alpha: { label: "Power", min: 0, max: 1, step: 0.05 },
            }}
          />
        </>
      }
    >
      <ol className="figure-words">
        {sentence.map((word, index) => (
          <li
            key={index}
            data-seen={neighbours.includes(index) ? "" : undefined}
            aria-current={index === at ? "true" : undefined}
          >
            <b>{word}</b>
          </li>
        ))}
      </ol>
      <Bars
        label="How often each word is drawn as noise"
        most={1}
        bars={Object.entries(shares).map(([name, value]) => ({
          name,
          value,
          shown: format(value, 3),
        }))}
      />
    </InteractiveFigure>
  )
}

const tableOf = (shares: ReturnType<typeof noise>) => ({
  columns: ["word", "in the text", "as noise"],
  rows: Object.entries(frequencies).map(([word, frequency]) => [
    word,
    frequency,
    shares[word as keyof typeof shares],
  ]),
})
