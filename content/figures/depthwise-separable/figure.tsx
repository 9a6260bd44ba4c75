import { Bars, format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import { costsOf, defaults, problemOf, ratio, type Settings } from "./model"

export function DepthwiseSeparable(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings } = figure
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
          <Sliders
            figure={figure}
            ranges={{
              n: { label: "Picture", min: 1, max: 256 },
              f: { label: "Filter", min: 1, max: 11 },
              into: { label: "Channels in", min: 1, max: 1024 },
              out: { label: "Channels out", min: 1, max: 1024 },
            }}
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
