import { Fragment } from "react"
import { Choice, format, InteractiveFigure, NumberGrid, Toggle, useFigure } from "partwise/figure"
import {
  defaults,
  headsOf,
  keys,
  outputOf,
  problemOf,
  queries,
  values,
  words,
  type Head,
  type Matrix,
  type Settings,
} from "./model"

const ordinals = ["first", "second"]
const shownWords = Object.fromEntries(words.map((word, index) => [index, word]))

export function SelfAttention(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { heads, isScaled, isMasked, word } = settings
  const made = headsOf(settings)
  return (
    <InteractiveFigure
      figure={figure}
      says={sentenceOf(settings, made)}
      table={tableOf(settings, made)}
      controls={
        <>
          <Choice
            label="Word"
            value={String(word)}
            options={shownWords}
            onChange={(one) => set({ word: Number(one) })}
          />
          <Toggle
            label="Two heads"
            value={heads === 2}
            onChange={(isTwo) => set({ heads: isTwo ? 2 : 1 })}
          />
          <Toggle
            label="Divide by the root"
            value={isScaled}
            onChange={(scaled) => set({ isScaled: scaled })}
          />
          <Toggle
            label="Mask what comes later"
            value={isMasked}
            onChange={(masked) => set({ isMasked: masked })}
          />
        </>
      }
    >
      <Matrices settings={settings} made={made} />
    </InteractiveFigure>
  )
}

type Shown = { settings: Settings; made: readonly Head[] }

/** What goes in, above; below it, for each head, what it makes of that; and what comes out. */
function Matrices({ settings: { heads, isScaled, word }, made }: Shown) {
  const window = { row: word, column: 0, size: 1, columns: words.length }
  const ofWords = { columnNames: heads === 1 ? whole : halves, rowNames: words, most: 4 }
  const ofPairs = { columnNames: words, rowNames: words, window }
  return (
    <div className="figure-matrices">
      <NumberGrid label="Queries" corner="Q" rows={queries} {...ofWords} window={window} />
      <NumberGrid label="Keys" corner="K" rows={keys} {...ofWords} />
      <NumberGrid label="Values" corner="V" rows={values} {...ofWords} />
      {made.map(({ scores, shares }, head) => {
        const number = heads === 1 ? "" : String(head + 1)
        return (
          <Fragment key={head}>
            <NumberGrid
              label={`Scores${ofHead(heads, head)}`}
              corner={`QKᵀ${isScaled ? "/√d" : ""} ${number}`}
              rows={inHundredths(scores)}
              most={8}
              {...ofPairs}
            />
            <NumberGrid
              label={`Shares${ofHead(heads, head)}`}
              corner={`softmax ${number}`}
              rows={inHundredths(shares)}
              most={1}
              {...ofPairs}
            />
            {head < heads - 1 && <span />}
          </Fragment>
        )
      })}
      <NumberGrid
        label="Output"
        corner="output"
        rows={inHundredths(outputOf(made))}
        {...ofWords}
        window={window}
      />
    </div>
  )
}

/** As exact as there is room for: the numbers below are whole. */
const inHundredths = (matrix: Matrix): Matrix =>
  matrix.map((row) => row.map((value) => Math.round(value * 100) / 100))

const whole = ["1", "2", "3", "4"]
const halves = ["1a", "1b", "2a", "2b"]

const ofHead = (heads: number, head: number) =>
  heads === 1 ? "" : ` of the ${ordinals[head] ?? ""} head`

/** The scores and shares that a word gives. */
const tableOf = ({ heads, word }: Settings, made: readonly Head[]) => ({
  columns: [
    `from “${words[word] ?? ""}” to`,
    ...made.flatMap((_, head) => [`score${ofHead(heads, head)}`, `share${ofHead(heads, head)}`]),
  ],
  rows: words.map((to, key) => [
    to,
    ...made.flatMap(({ scores, shares }) => [
      scores[word]?.[key] === -Infinity ? "masked" : (scores[word]?.[key] ?? 0),
      shares[word]?.[key] ?? 0,
    ]),
  ]),
})

/** Whom a word looks at, and how much: with each of its heads. */
function sentenceOf({ heads, word }: Settings, made: readonly Head[]): string {
  const looks = made.map(({ shares }, head) => {
    const told = mostOf(shares, word).map(
      ([name, share]) => `${format(share * 100, 3)} % to “${name}”`,
    )
    return heads === 1
      ? told.join(" and ")
      : `with its ${ordinals[head] ?? ""} head ${told.join(" and ")}`
  })
  return `“${words[word] ?? ""}” gives of its attention ${looks.join(", ")}.`
}

/** The words that get more than the rest would if all got the same: at least one. */
function mostOf(shares: Matrix, word: number): readonly (readonly [string, number])[] {
  const row = shares[word] ?? []
  return row.flatMap((share, key) => (share >= 1 / words.length ? [[words[key] ?? "", share]] : []))
}
