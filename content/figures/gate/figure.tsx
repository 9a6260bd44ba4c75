import { Bars, Choice, format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import {
  defaults,
  memoriesOf,
  parameters,
  problemOf,
  words,
  type Cell,
  type Settings,
} from "./model"

const cells = { rnn: "plain RNN", gru: "GRU", lstm: "LSTM" }
const gates = { rnn: "Weight", gru: "1 − update gate", lstm: "Forget gate" }

export function Gate(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const memories = memoriesOf(settings)
  const last = memories.at(-1) ?? 0
  return (
    <InteractiveFigure
      figure={figure}
      says={`At “was” the memory holds ${format(last, 3)} of the cat’s 1: the verb ${last > 0.5 ? "is known to be singular" : last < -0.5 ? "is taken for plural" : "has nothing to go by"}. With 100 units for 50 inputs, this cell has ${format(parameters({ cell: settings.cell }), 6)} parameters.`}
      table={{
        columns: ["word", "offers", "memory"],
        rows: words.map(({ word, offers }, index) => [word, offers, memories[index] ?? 0]),
      }}
      controls={
        <>
          <Choice<Cell>
            label="Cell"
            value={settings.cell}
            options={cells}
            onChange={(cell) => set({ cell })}
          />
          <Sliders
            figure={figure}
            ranges={{ keep: { label: gates[settings.cell], min: 0, max: 1, step: 0.01 } }}
          />
        </>
      }
    >
      <Bars
        label="The memory after each word of the sentence"
        most={1}
        isSigned
        bars={words.map(({ word }, index) => ({
          name: word,
          value: memories[index] ?? 0,
          shown: format(memories[index] ?? 0, 3),
          isMarked: word === "cat," || word === "was",
        }))}
      />
    </InteractiveFigure>
  )
}
