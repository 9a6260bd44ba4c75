import { Bars, format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import { defaults, methods, passes, problemOf, proposesItself, type Settings } from "./model"

const names = { rcnn: "R-CNN", fast: "Fast R-CNN", faster: "Faster R-CNN" }

export function RegionProposals(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings } = figure
  const { proposals } = settings
  return (
    <InteractiveFigure
      figure={figure}
      says={`For ${format(proposals)} proposals R-CNN runs its convolutions ${format(proposals)} times, Fast R-CNN once, and Faster R-CNN once, with the proposals made on the way.`}
      table={{
        columns: ["method", "passes", "proposals by"],
        rows: methods.map((method) => [
          names[method],
          passes({ method, proposals }),
          proposesItself(method) ? "the network itself" : "another program",
        ]),
      }}
      controls={
        <Sliders
          figure={figure}
          ranges={{
            proposals: { label: "Proposals", min: 1, max: 3000 },
          }}
        />
      }
    >
      <Bars
        label="How often the convolutions run for one picture"
        most={3000}
        bars={methods.map((method) => ({
          name: names[method],
          value: passes({ method, proposals }),
          shown: `${format(passes({ method, proposals }))} ×`,
          isMarked: method === "rcnn",
        }))}
      />
    </InteractiveFigure>
  )
}
