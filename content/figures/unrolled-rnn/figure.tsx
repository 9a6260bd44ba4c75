import { Choice, InteractiveFigure, Stepper, Toggle, useFigure } from "partwise/figure"
import {
  defaults,
  influencesOn,
  problemOf,
  sentences,
  type SentenceName,
  type Settings,
} from "./model"

const names = { president: "Roosevelt", toy: "bears" }

export function UnrolledRnn(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { sentence, at, isBidirectional } = settings
  const words = sentences[sentence]
  const seen = influencesOn(settings)
  const isKnown = at === 2 && seen.includes(3)
  return (
    <InteractiveFigure
      figure={figure}
      says={`What is said of “${(words[at] ?? "").replaceAll(/[“”.,]/g, "")}” can depend on ${seen.length} of ${words.length} words${at === 2 ? (isKnown ? ": on the next one too, which tells what Teddy is" : ": not on the next one, which would tell what Teddy is") : ""}.`}
      table={{
        columns: ["word", "has an influence"],
        rows: words.map((word, index) => [word, seen.includes(index) ? "yes" : "no"]),
      }}
      controls={
        <>
          <Choice<SentenceName>
            label="Teddy"
            value={sentence}
            options={names}
            onChange={(one) => set({ sentence: one, at: Math.min(at, sentences[one].length - 1) })}
          />
          <Stepper
            label="Word"
            value={at}
            count={words.length}
            onChange={(one) => set({ at: one })}
          />
          <Toggle
            label="Read from the end, too"
            value={isBidirectional}
            onChange={(one) => set({ isBidirectional: one })}
          />
        </>
      }
    >
      <ol className="figure-words">
        {words.map((word, index) => (
          <li
            key={index}
            data-seen={seen.includes(index) ? "" : undefined}
            aria-current={index === at ? "true" : undefined}
          >
            {index > 0 && <span aria-hidden="true">{isBidirectional ? "⇄" : "→"}</span>}
            <b>{word}</b>
          </li>
        ))}
      </ol>
    </InteractiveFigure>
  )
}
