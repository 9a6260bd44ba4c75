import { format, InteractiveFigure, Toggle, useFigure } from "partwise/figure"
import {
  cosine,
  defaults,
  dot,
  gender,
  neutral,
  pair,
  problemOf,
  vectorsOf,
  type Settings,
  type Word,
} from "./model"

export function Debiasing(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const vectors = vectorsOf(settings)
  const words = [...pair, ...neutral]
  const [mother, father] = pair.map((b) => cosine({ ...settings, a: "babysitter", b }))
  const isEven = Math.abs((mother ?? 0) - (father ?? 0)) < 1e-9
  return (
    <InteractiveFigure
      figure={figure}
      says={`To “grandmother” the babysitter has a cosine of ${format(mother ?? 0, 3)}, to “grandfather” one of ${format(father ?? 0, 3)}${isEven ? ": the two are equally near" : ""}.`}
      table={{
        columns: ["word", "along gender", ...pair],
        rows: words.map((word) => [
          word,
          format(dot(vectors[word], gender), 3),
          ...pair.map((b) => format(cosine({ ...settings, a: word, b }), 3)),
        ]),
      }}
      controls={
        <>
          <Toggle
            label="Neutralise the occupations"
            value={settings.isNeutralized}
            onChange={(isNeutralized) => set({ isNeutralized })}
          />
          <Toggle
            label="Equalise the pair"
            value={settings.isEqualized}
            onChange={(isEqualized) => set({ isEqualized })}
          />
        </>
      }
    >
      <Map words={words} placeOf={(word) => [vectors[word][0] ?? 0, vectors[word][1] ?? 0]} />
    </InteractiveFigure>
  )
}

type MapProps = {
  words: readonly Word[]
  placeOf: (word: Word) => readonly [number, number]
}

function Map({ words, placeOf }: MapProps) {
  return (
    <svg viewBox="0 0 480 290" role="img" aria-label="Words by their gender, across, and their age">
      <line className="plot-grid" x1="240" x2="240" y1="10" y2="262" />
      <line className="plot-grid" x1="40" x2="440" y1="140" y2="140" />
      <text x="40" y="282">
        he
      </text>
      <text x="440" y="282" textAnchor="end">
        she
      </text>
      {words.map((word, index) => {
        const [x, y] = placeOf(word)
        const [left, top] = [Math.round(240 + x * 230), Math.round(140 - y * 135)]
        const isPair = index < pair.length
        return (
          <g key={word} className={isPair ? "point point-2" : "point"}>
            {isPair ? (
              <rect x={left - 5} y={top - 5} width="10" height="10" />
            ) : (
              <circle r="5" cx={left} cy={top} />
            )}
            <text x={left + 10} y={top} dy="0.35em">
              {word}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
