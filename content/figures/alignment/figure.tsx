import { format, InteractiveFigure, NumberGrid, Sliders, Stepper, useFigure } from "partwise/figure"
import { alignmentOf, defaults, problemOf, source, target, type Settings } from "./model"

export function Alignment(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { word, temperature } = settings
  const rows = alignmentOf(temperature)
  const shares = rows[word] ?? []
  const most = Math.max(...shares)
  return (
    <InteractiveFigure
      figure={figure}
      says={`To write “${target[word]}” it looks at “${source[shares.indexOf(most)]}” with ${format(most * 100, 3)} % of its attention.`}
      table={{
        columns: ["", ...source],
        rows: rows.map((row, index) => [target[index] ?? "", ...row]),
      }}
      controls={
        <>
          <Stepper
            label="Word"
            value={word}
            count={target.length}
            onChange={(next) => set({ word: next })}
          />
          <Sliders
            figure={figure}
            ranges={{
              temperature: { label: "Temperature", min: 0.2, max: 5, step: 0.1 },
            }}
          />
        </>
      }
    >
      <NumberGrid
        label="How much each word that is written looks at each word that was read"
        rows={rows.map((row) => row.map((one) => Math.round(one * 100)))}
        rowNames={target.map((one, index) => (index === word ? `${one} ←` : one))}
        columnNames={source}
        corner="written"
        most={100}
        window={{ row: word, column: shares.indexOf(most), size: 1 }}
      />
    </InteractiveFigure>
  )
}
