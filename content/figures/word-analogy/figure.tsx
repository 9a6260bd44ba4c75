import { Bars, Choice, format, InteractiveFigure, useFigure } from "partwise/figure"
import {
  answersOf,
  defaults,
  embeddings,
  features,
  problemOf,
  words,
  type Settings,
  type Word,
} from "./model"

const options = Object.fromEntries(words.map((word) => [word, word])) as Record<Word, string>

export function WordAnalogy(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { a, b, c } = settings
  const answers = answersOf(settings)
  const [best] = answers
  return (
    <InteractiveFigure
      figure={figure}
      says={`${a} is to ${b} as ${c} is to ${best?.word ?? ""}, with a cosine of ${format(best?.likeness ?? 0, 4)}.`}
      table={{
        columns: ["word", ...features, "cosine"],
        rows: [...words].map((word) => [
          word,
          ...embeddings[word],
          answers.find((one) => one.word === word)?.likeness ?? "asked",
        ]),
      }}
      controls={
        <>
          <Choice<Word>
            label=""
            value={a}
            options={options}
            onChange={(word) => set({ a: word })}
            name="First word"
          />
          <Choice<Word>
            label="is to"
            value={b}
            options={options}
            onChange={(word) => set({ b: word })}
          />
          <Choice<Word>
            label="as"
            value={c}
            options={options}
            onChange={(word) => set({ c: word })}
          />
          <span>is to …</span>
        </>
      }
    >
      <Bars
        label="How near each word comes to the answer"
        most={1}
        isSigned
        bars={answers.slice(0, 8).map(({ word, likeness }, index) => ({
          name: word,
          value: likeness,
          shown: format(likeness, 3),
          isMarked: index === 0,
        }))}
      />
    </InteractiveFigure>
  )
}
