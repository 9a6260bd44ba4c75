import { format, InteractiveFigure, NumberGrid, Slider, Stepper, useFigure } from "partwise/figure"
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
          <Slider
            label="Temperature"
            value={temperature}
            min={0.2}
            max={5}
            step={0.1}
            onChange={(value) => set({ temperature: Math.round(value * 10) / 10 })}
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
