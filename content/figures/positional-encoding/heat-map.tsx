import { shadeOf } from "partwise/figure"

type Props = {
  /** What it shows, for those who do not see it. */
  label: string
  rows: readonly (readonly number[])[]
  /** Value of the darkest shade; below zero, the hue is another. */
  most: number
  /** The row that is framed. */
  marked?: number
  /** What its columns and rows are. */
  x: string
  y: string
}

const [left, top, bottom] = [48, 4, 26]
const wide = 424
const high = 10

/** Many numbers at a glance: a shade for each. */
export function HeatMap({ label, rows, most, marked, x, y }: Props) {
  const columns = rows[0]?.length ?? 0
  const cell = Math.floor(wide / (columns || 1))
  const [width, height] = [cell * columns, high * rows.length]
  return (
    <svg
      className="heat-map"
      viewBox={`0 0 ${left + wide + 8} ${top + height + bottom}`}
      role="img"
      aria-label={label}
    >
      {[...pathsOf(rows, most, cell)].map(([shade, path]) => (
        <path
          key={shade}
          data-shade={Math.abs(shade)}
          data-below={shade < 0 ? "" : undefined}
          d={path}
        />
      ))}
      {rows.map((_, row) =>
        row % 5 === 0 ? (
          <text key={row} x={left - 6} y={top + (row + 0.5) * high} dy="0.35em" textAnchor="end">
            {row}
          </text>
        ) : undefined,
      )}
      {marked !== undefined && (
        <rect className="shape-1" x={left} y={top + marked * high} width={width} height={high} />
      )}
      <text className="plot-axis" x={left + width / 2} y={top + height + 19} textAnchor="middle">
        {x}
      </text>
      <text
        className="plot-axis"
        transform={`translate(13 ${top + height / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {y}
      </text>
    </svg>
  )
}

/** One path for all cells of a shade: an element for each would weigh more than the page. */
function pathsOf(
  rows: readonly (readonly number[])[],
  most: number,
  cell: number,
): ReadonlyMap<number, string> {
  const paths = new Map<number, string>()
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) {
      const shade = shadeOf(value, most) * (value < 0 ? -1 : 1)
      const place = `M${left + column * cell} ${top + row * high}`
      paths.set(shade, `${paths.get(shade) ?? ""}${place}h${cell}v${high}h-${cell}z`)
    }
  }
  return paths
}
