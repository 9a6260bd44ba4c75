import { Bars, Choice, format, InteractiveFigure, useFigure } from "partwise/figure"
import {
  defaults,
  examples,
  hits,
  known,
  partsOf,
  problemOf,
  references,
  score,
  type Settings,
} from "./model"

const runs = ["words", "pairs", "runs of three", "runs of four"]

export function Bleu(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { translation } = settings
  const parts = partsOf(translation)
  const whole = score(settings)
  const isOwn = !Object.hasOwn(examples, translation)
  return (
    <InteractiveFigure
      figure={figure}
      says={sentenceOf(settings, parts.length)}
      table={{
        columns: ["", "shared", "of", "precision"],
        rows: [
          ...parts.runs.map(([shared, of], n) => [runs[n] ?? "", shared, of, shared / (of || 1)]),
          ["for its length", "", "", parts.penalty],
          ["BLEU", "", "", whole],
        ],
      }}
      controls={
        <>
          <label className="figure-field figure-text">
            <span>Translation</span>
            <input
              type="text"
              value={translation}
              onInput={({ currentTarget }) => set({ translation: currentTarget.value })}
            />
          </label>
          <Choice
            label="Or take"
            value={isOwn ? "" : translation}
            options={isOwn ? { "": "your own", ...examples } : examples}
            onChange={(one) => set({ translation: one })}
          />
        </>
      }
    >
      <p>
        People wrote: “{references[0]}” and “{references[1]}”. The program: “{translation}”.
      </p>
      <Bars
        label="Which share of its runs of words a reference has too"
        most={1}
        bars={[
          ...parts.runs.map(([shared, of], n) => ({
            name: runs[n] ?? "",
            value: shared / (of || 1),
            shown: `${shared} of ${of}`,
          })),
          { name: "for its length", value: parts.penalty, shown: format(parts.penalty, 3) },
          { name: "BLEU", value: whole, shown: format(whole, 3), isMarked: true },
        ]}
      />
    </InteractiveFigure>
  )
}

function sentenceOf(settings: Settings, all: number): string {
  if (all === 0) return "Nothing is translated yet, and nothing scores 0."
  const one = known(settings)
  return `Of ${all} ${all === 1 ? "word" : "words"} ${one} ${one === 1 ? "stands" : "stand"} in what people wrote; counted no more often than there, ${hits(settings)} of ${all}. The score is ${format(score(settings), 3)}.`
}
