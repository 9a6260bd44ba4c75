import { format, InteractiveFigure, Plot, Sliders, useFigure } from "partwise/figure"
import { defaults, problemOf, signalsOf, type Settings } from "./model"

export function Residual(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings } = figure
  const { depth } = settings
  const { plain, residual } = signalsOf(settings)
  const line = (name: string, signals: readonly number[]) => ({
    name,
    points: signals.map((signal, block) => [block * 2, signal] as const),
  })
  return (
    <InteractiveFigure
      figure={figure}
      says={`After ${depth} layers the plain chain passes on ${format(plain.at(-1) ?? 0, 3)} of a signal of 1, the one with residual connections ${format(residual.at(-1) ?? 0, 3)}.`}
      table={{
        columns: ["layer", "plain", "residual"],
        rows: plain.flatMap((signal, block) =>
          block % 5 === 0 || block === plain.length - 1
            ? [[block * 2, signal, residual[block] ?? 0]]
            : [],
        ),
      }}
      controls={
        <>
          <Sliders
            figure={figure}
            ranges={{
              weight: { label: "Weight", min: 0, max: 1.2, step: 0.05 },
              depth: { label: "Layers", min: 2, max: 50, step: 2 },
            }}
          />
        </>
      }
    >
      <Plot
        label="The signal by the number of layers that it has passed"
        x={{ label: "layers", from: 0, to: 50, ticks: [0, 10, 20, 30, 40, 50] }}
        y={{
          label: "signal",
          from: 1e-6,
          to: 1e3,
          ticks: [1e-6, 1e-3, 1, 1e3],
          isLog: true,
          format: (value) =>
            ({ [-6]: "10⁻⁶", [-3]: "10⁻³", 0: "1", 3: "10³" })[Math.round(Math.log10(value))] ?? "",
        }}
        lines={[line("plain", plain), line("residual", residual)]}
        level={{ at: 1, name: "unchanged" }}
      />
    </InteractiveFigure>
  )
}
