import { format, InteractiveFigure, NumberGrid, useFigure } from "partwise/figure"
import {
  activations,
  content,
  defaults,
  gram,
  problemOf,
  shuffled,
  style,
  type Settings,
} from "./model"

const channels = ["channel 1", "channel 2"]

export function StyleGram(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const picture = shuffled(activations, settings)
  const matrix = gram(picture)
  return (
    <InteractiveFigure
      figure={figure}
      says={`${settings.shuffle === 0 ? "Every number is in its place" : `In shuffle ${settings.shuffle}`}: the content differs by ${format(content(settings))}, the style by ${format(style(settings))}.`}
      table={{
        columns: ["", ...channels],
        rows: matrix.map((row, index) => [channels[index] ?? "", ...row]),
      }}
      controls={
        <>
          <button type="button" onClick={() => set({ shuffle: (settings.shuffle % 99) + 1 })}>
            Shuffle the pixels
          </button>
          <button type="button" onClick={() => set({ shuffle: 0 })}>
            Put them back
          </button>
        </>
      }
    >
      <NumberGrid label="Activations" rows={picture} rowNames={channels} most={6} />
      <span aria-hidden="true">→</span>
      <NumberGrid label="Gram matrix" rows={matrix} most={24} />
    </InteractiveFigure>
  )
}
