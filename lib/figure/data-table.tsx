import { format } from "./format"

export type Table = {
  columns: readonly string[]
  /** The first of each row names it. */
  rows: readonly (readonly (string | number)[])[]
}

/** The numbers of a figure. */
export function DataTable({ columns, rows }: Table) {
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = "", ...cells], row) => (
          <tr key={row}>
            <th scope="row">{shown(name)}</th>
            {cells.map((cell, index) => (
              <td key={index}>{shown(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const shown = (cell: string | number) => (typeof cell === "number" ? format(cell) : cell)
