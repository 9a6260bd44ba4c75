import type { PointerEvent } from "react"
import { format } from "./format"
import { shadeOf } from "./shade"

type Props = {
  /** What it holds, for those who do not see it. */
  label: string
  rows: readonly (readonly number[])[]
  /** What its rows and columns are called, if that is seen. */
  rowNames?: readonly string[]
  columnNames?: readonly string[]
  /** What its first column holds. */
  corner?: string
  /** Value of the darkest shade; none is shaded without it. */
  most?: number
  /** What is marked: the first row and column, and how many of each; of columns there may be others. */
  window?: { row: number; column: number; size: number; columns?: number }
  /** If its places can be pointed at: they are pressed, or dragged over. */
  onPoint?: (row: number, column: number) => void
  /** If its numbers can be written. */
  onChange?: (row: number, column: number, value: number) => void
}

/** A matrix, each number on a ground as dark as it is great; below zero, the ground is of the other hue. */
export function NumberGrid({
  label,
  rows,
  rowNames,
  columnNames,
  corner,
  most,
  window,
  onPoint,
  onChange,
}: Props) {
  const point = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLTableElement>) => {
    const cell = document.elementFromPoint(clientX, clientY)?.closest("td")
    if (!cell || !currentTarget.contains(cell)) return
    const row = (cell.parentNode as HTMLTableRowElement).rowIndex - (columnNames ? 1 : 0)
    onPoint?.(row, cell.cellIndex - (rowNames ? 1 : 0))
  }
  const pointing = onPoint && {
    "data-points": "",
    onPointerDown: point,
    onPointerMove: (event: PointerEvent<HTMLTableElement>) => event.buttons & 1 && point(event),
  }
  return (
    <table className="number-grid" aria-label={label} {...pointing}>
      {columnNames && (
        <thead>
          <tr>
            {rowNames && <th scope="col">{corner}</th>}
            {columnNames.map((name, column) => (
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {rowNames && <th scope="row">{rowNames[row]}</th>}
            {cells.map((value, column) => (
              <Cell
                key={column}
                value={value}
                edge={window && edgesOf(row, column, window)}
                shade={most === undefined ? undefined : shadeOf(value, most)}
                label={`${label}, row ${row + 1}, column ${column + 1}`}
                onChange={onChange && ((written) => onChange(row, column, written))}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps = {
  value: number
  edge?: string
  shade?: number
  label: string
  onChange?: (value: number) => void
}

function Cell({ value, edge, shade, label, onChange }: CellProps) {
  return (
    <td data-edge={edge} data-shade={shade} data-below={value < 0 ? "" : undefined}>
      {onChange ? (
        <input
          type="number"
          step="any"
          aria-label={label}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
        />
      ) : (
        format(value, 3)
      )}
    </td>
  )
}

/** At which sides of a cell the frame of the window is: "top left". */
function edgesOf(row: number, column: number, window: NonNullable<Props["window"]>) {
  const [i, j] = [row - window.row, column - window.column]
  const [lastRow, lastColumn] = [window.size - 1, (window.columns ?? window.size) - 1]
  if (i < 0 || i > lastRow || j < 0 || j > lastColumn) return undefined
  const sides = { top: i === 0, bottom: i === lastRow, left: j === 0, right: j === lastColumn }
  return Object.entries(sides)
    .filter(([, is]) => is)
    .map(([side]) => side)
    .join(" ")
}
