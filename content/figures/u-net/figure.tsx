import { format, InteractiveFigure, Sliders, Toggle, useFigure } from "partwise/figure"
import { defaults, levelsOf, output, problemOf, type Level, type Settings } from "./model"

const [width, gap, step] = [480, 16, 56]

export function UNet(props: Partial<Settings>) {
  const figure = useFigure<Settings>({ ...defaults, ...props }, problemOf)
  const { settings, set } = figure
  const levels = levelsOf(settings)
  const odd = levels.findIndex(({ isOdd }) => isOdd)
  return (
    <InteractiveFigure
      figure={figure}
      says={`An image of ${settings.size} pixels gives a map of ${output(settings)}; at the top, ${format(levels[0]?.crop ?? 0)} pixels are cut from each side of what is copied across.${odd < 0 ? "" : ` At level ${odd + 1} a pooling meets an odd size, and a row and a column are lost.`}`}
      table={{
        columns: ["level", "down", "copied, cut by", "up"],
        rows: levels.map(({ down, up, crop }, index) => [
          String(index + 1),
          down.join(" → "),
          crop === undefined ? "–" : crop,
          up ? up.join(" → ") : "–",
        ]),
      }}
      controls={
        <>
          <Sliders
            figure={figure}
            ranges={{
              size: { label: "Image", min: 20, max: 800, unit: " px" },
            }}
          />
          <Toggle
            label="Zeros around each convolution"
            value={settings.isPadded}
            onChange={(isPadded) => set({ isPadded })}
          />
        </>
      }
    >
      <Shape levels={levels} />
    </InteractiveFigure>
  )
}

/** Down on the left, across by grey lines, up on the right. */
function Shape({ levels }: { levels: readonly Level[] }) {
  const most = levels[0]?.down[0] ?? 1
  const lengthOf = (size: number) => Math.max(4, Math.round((size / most) * 150))
  return (
    <svg
      viewBox={`0 0 ${width} ${levels.length * step}`}
      role="img"
      aria-label="Sizes on the way down and up again"
    >
      {levels.map(({ down, up, crop, isOdd }, index) => {
        const y = index * step + 26
        const left = 20 + index * 22
        const right = width - 20 - index * 22
        const length = lengthOf(down[1])
        return (
          <g key={index}>
            {up && (
              <line
                className="plot-contour"
                x1={left + length + gap}
                x2={right - lengthOf(up[1]) - gap}
                y1={y + 7}
                y2={y + 7}
              />
            )}
            <g className={isOdd ? "point point-2" : "point"}>
              <rect x={left} y={y} width={length} height="14" />
              <text x={left} y={y - 5}>
                {down.join(" → ")}
                {isOdd ? " (odd)" : ""}
              </text>
            </g>
            {up && (
              <g className="point">
                <rect x={right - lengthOf(up[1])} y={y} width={lengthOf(up[1])} height="14" />
                <text x={right} y={y - 5} textAnchor="end">
                  {up.join(" → ")}
                  {crop === 0 ? "" : `, cut by ${format(crop ?? 0)}`}
                </text>
              </g>
            )}
          </g>
        )
      })}
    </svg>
  )
}
