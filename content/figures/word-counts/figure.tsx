import { Bars, Choice, format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import {
  defaults,
  probabilities,
  problemOf,
  ratio,
  weight,
  words,
  type Settings,
  type Word,
} from "./model"

const options = Object.fromEntries(words.map((word) => [word, word])) as Record<Word, string>

export function WordCounts(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { word, count } = settings
  const times = ratio({ word })
  return (
    <InteractiveFigure
      figure={figure}
      says={`“${word}” is ${times >= 1 ? format(times, 2) : format(1 / times, 2)} times as likely near “${times >= 1 ? "ice" : "steam"}”: ${times > 2 || times < 0.5 ? "it tells the two apart" : "it tells nothing of the difference"}. A pair seen ${count} times counts ${format(weight({ count }), 3)} in the loss.`}
      table={{
        columns: ["word", "near ice", "near steam", "ratio"],
        rows: words.map((one) => [
          one,
          format(probabilities[one].ice, 2),
          format(probabilities[one].steam, 2),
          format(ratio({ word: one }), 2),
        ]),
      }}
      controls={
        <>
          <Choice<Word>
            label="Word"
            value={word}
            options={options}
            onChange={(one) => set({ word: one })}
          />
          <Sliders
            figure={figure}
            ranges={{
              count: { label: "Seen together", min: 0, max: 200 },
            }}
          />
        </>
      }
    >
      <Bars
        label="Logarithm of how much likelier each word is near ice than near steam"
        most={1.2}
        isSigned
        bars={words.map((one) => ({
          name: one,
          value: Math.log10(ratio({ word: one })),
          shown: `× ${format(ratio({ word: one }), 2)}`,
          isMarked: one === word,
        }))}
      />
    </InteractiveFigure>
  )
}
