import { format } from "./format"

export type Line = {
  name: string
  points: readonly (readonly [x: number, y: number])[]
}

type Axis = {
  label: string
  from: number
  to: number
  ticks: readonly number[]
  /** Each step is ten times the one before. */
  isLog?: boolean
  format?: (value: number) => string
}

type Props = {
  /** What it shows, for those who do not see it. */
  label: string
  x: Axis
  y: Axis
  lines: readonly Line[]
  /** A line across, at a value of y. */
  level?: { at: number; name: string }
}

const width = 480
const height = 270
const left = 62
const right = 100
const top = 14
const bottom = 44

/** Lines over two axes. Each line has its hue, its dash, and its name at its end. */
export function Plot({ label, x, y, lines, level }: Props) {
  const px = scale(x, left, width - right)
  const py = scale(y, height - bottom, top)
  return (
    <svg className="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line className="plot-grid" x1={left} x2={width - right} y1={py(tick)} y2={py(tick)} />
          <text x={left - 8} y={py(tick)} dy="0.35em" textAnchor="end">
            {(y.format ?? format)(tick)}
          </text>
        </g>
      ))}
      {x.ticks.map((tick) => (
        <text key={tick} x={px(tick)} y={height - bottom + 18} textAnchor="middle">
          {(x.format ?? format)(tick)}
        </text>
      ))}
      <text className="plot-axis" x={(left + width - right) / 2} y={height - 6} textAnchor="middle">
        {x.label}
      </text>
      <text
        className="plot-axis"
        transform={`translate(13 ${(top + height - bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {y.label}
      </text>
      {level && (
        <g className="plot-level">
          <line x1={left} x2={width - right} y1={py(level.at)} y2={py(level.at)} />
          <text x={width - right - 4} y={py(level.at) - 6} textAnchor="end">
            {level.name}
          </text>
        </g>
      )}
      {lines.map(({ name, points }, index) => (
        <g key={name} className={`plot-line plot-line-${index + 1}`}>
          <path d={pathOf(points.map(([a, b]) => [px(a), py(b)]))} />
        </g>
      ))}
      {spread(lines.map(({ points }) => py(points.at(-1)?.[1] ?? y.from))).map((at, index) => (
        <text
          key={index}
          className={`plot-name plot-name-${index + 1}`}
          x={width - right + 8}
          y={at}
          dy="0.35em"
        >
          {lines[index]?.name}
        </text>
      ))}
    </svg>
  )
}

/** From values to places; what is outside of the axis ends at its edge. */
function scale({ from, to, isLog }: Axis, start: number, end: number) {
  const place = (value: number) => (isLog ? Math.log10(Math.max(value, Number.MIN_VALUE)) : value)
  const [a, b] = [place(from), place(to)]
  return (value: number) => {
    const share = Math.min(1.02, Math.max(-0.02, (place(value) - a) / (b - a)))
    return Math.round((start + share * (end - start)) * 10) / 10
  }
}

const pathOf = (points: readonly (readonly number[])[]) =>
  points.map(([a, b], index) => `${index === 0 ? "M" : "L"}${a} ${b}`).join("")

/** Moves names apart that would stand on each other. */
function spread(places: readonly number[]): readonly number[] {
  const order = places.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at)
  for (const [rank, one] of order.entries()) {
    const before = order[rank - 1]
    if (before) one.at = Math.max(one.at, before.at + 17)
  }
  return order.sort((a, b) => a.index - b.index).map(({ at }) => at)
}
