import { Bars, format, InteractiveFigure, Sliders, useFigure } from "partwise/figure"
import { avoidableBias, defaults, problemOf, variance, verdictOf, type Settings } from "./model"

const advice = {
  bias: "work on bias: a larger network, longer training, another architecture",
  variance: "work on variance: more data, regularisation, a smaller network",
  both: "both are worth work, and neither before the other",
  neither: "there is little left to gain here",
}

const percent = { min: 0, max: 50, step: 0.5, unit: " %" }
const ranges = {
  human: { label: "People", ...percent },
  train: { label: "Training", ...percent },
  dev: { label: "Development", ...percent },
}

export function BiasVariance(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings } = figure
  const [bias, spread] = [avoidableBias(settings), variance(settings)]
  const verdict = verdictOf(settings)
  return (
    <InteractiveFigure
      figure={figure}
      says={`Avoidable bias ${format(bias, 3)} %, variance ${format(spread, 3)} %: ${advice[verdict]}.`}
      table={{
        columns: ["error of", "in %"],
        rows: [
          ["people", settings.human],
          ["the training set", settings.train],
          ["the development set", settings.dev],
          ["avoidable bias", bias],
          ["variance", spread],
        ],
      }}
      controls={<Sliders figure={figure} ranges={ranges} />}
    >
      <Bars
        label="Errors, and the two gaps between them"
        most={Math.max(settings.human, settings.train, settings.dev, 1)}
        isSigned={bias < 0 || spread < 0}
        bars={[
          { name: "people", value: settings.human },
          { name: "training", value: settings.train },
          { name: "development", value: settings.dev },
          {
            name: "avoidable bias",
            value: bias,
            isMarked: verdict === "bias" || verdict === "both",
          },
          {
            name: "variance",
            value: spread,
            isMarked: verdict === "variance" || verdict === "both",
          },
        ]}
      />
    </InteractiveFigure>
  )
}
