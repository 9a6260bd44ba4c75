import { Bars, format, InteractiveFigure, Slider, useFigure } from "partwise/figure"
import { costsOf, defaults, problemOf, ratio, type Settings } from "./model"

export function DepthwiseSeparable(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { standard, depthwise, pointwise } = costsOf(settings)
  const both = depthwise + pointwise
  const rows = [
    ["standard", standard],
    ["split in two", both],
    ["of that: a filter a channel", depthwise],
    ["of that: 1 × 1 across all", pointwise],
  ] as const
  return (
    <InteractiveFigure
      figure={figure}
      says={`Split in two, the convolution takes ${format(both, 9)} multiplications for ${format(standard, 9)}: ${format(100 * ratio(settings), 3)} %.`}
      table={{
        columns: ["convolution", "multiplications"],
        rows: rows.map(([name, cost]) => [name, format(cost, 12)]),
      }}
      controls={
        <>
          <Slider
            label="Picture"
            value={settings.n}
            min={1}
            max={256}
            onChange={(n) => set({ n })}
          />
          <Slider label="Filter" value={settings.f} min={1} max={11} onChange={(f) => set({ f })} />
          <Slider
            label="Channels in"
            value={settings.into}
            min={1}
            max={1024}
            onChange={(into) => set({ into })}
          />
          <Slider
            label="Channels out"
            value={settings.out}
            min={1}
            max={1024}
            onChange={(out) => set({ out })}
          />
        </>
      }
    >
      <Bars
        label="Multiplications of a convolution, as it is and in two steps"
        most={Math.max(standard, both)}
        bars={rows.map(([name, value], index) => ({
          name,
          value,
          shown: format(value, 9),
          isMarked: index === 1,
        }))}
      />
    </InteractiveFigure>
  )
}
