import { Choice, format, InteractiveFigure, Plot, Sliders, useFigure } from "partwise/figure"
import { defaults, gradientsOf, problemOf, signalsOf, type Settings } from "./model"

export function Residual(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const { depth, way } = settings
  const isForward = way === "forward"
  const what = isForward ? "signal" : "gradient"
  const { plain, residual } = isForward ? signalsOf(settings) : gradientsOf(settings)
  const lefts = [plain, residual].map((all) => format(all.at(isForward ? -1 : 0) ?? 0, 3))
  const line = (name: string, signals: readonly number[]) => ({
    name,
    points: signals.map((signal, block) => [block * 2, signal] as const),
  })
  return (
    <InteractiveFigure
      figure={figure}
      says={`${isForward ? "After" : "Back through"} ${depth} layers the plain chain passes on ${lefts[0]} of a ${what} of 1, the one with residual connections ${lefts[1]}.`}
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
          <Choice
            label="Follow"
            value={way}
            options={{ forward: "the signal forward", back: "the gradient back" }}
            onChange={(next) => set({ way: next })}
          />
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
        label={`The ${what} after each number of layers`}
        x={{ label: "layers", from: 0, to: 50, ticks: [0, 10, 20, 30, 40, 50] }}
        y={{
          label: what,
          from: 1e-6,
          to: 1e3,
          ticks: [1e-6, 1e-3, 1, 1e3],
          isLog: true,
          format: powerOfTen,
        }}
        lines={[line("plain", plain), line("residual", residual)]}
        level={{ at: 1, name: isForward ? "unchanged" : "" }}
      />
    </InteractiveFigure>
  )
}

const powers = new Map([
  [-6, "10⁻⁶"],
  [-3, "10⁻³"],
  [0, "1"],
  [3, "10³"],
])

const powerOfTen = (value: number) => powers.get(Math.round(Math.log10(value))) ?? ""
