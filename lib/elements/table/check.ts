import type { Root, TableRow } from "mdast"
import { visit } from "unist-util-visit"
import { textOf } from "../../source/parse"
import type { ReportAt } from "../../mdx/tag-check"

/** Every row of a table has as many cells as the first: a page leaves out those beyond. */
export function holdTables(tree: Root, report: ReportAt): void {
  visit(tree, "table", ({ children: [head, ...rows] }) => {
    const columns = head?.children.length ?? 0
    for (const row of rows) {
      const found = row.children.length
      if (found > columns) holdLongRow(row, columns, report)
      else if (found < columns) {
        const reason = `Unexpected end of the row after cell ${found}, expected ${columns}, as in the first row`
        report(row.children.at(-1) ?? row, reason, "table-row")
      }
    }
  })
}

/** What a bar tears apart, beginning in one cell and ending in another, and what to write for it. */
const torn = [
  { begin: /`/, end: /`/, reason: "Unexpected | in code in a table, expected \\|" },
  { begin: /\$(?!\d)/, end: /\$/, reason: "Unexpected | in a formula in a table, expected \\vert" },
]

/** A cell begins with the bar before it, which is what an author looks for. */
function holdLongRow({ children }: TableRow, columns: number, report: ReportAt): void {
  const texts = children.map(textOf)
  for (const { begin, end, reason } of torn) {
    const next = texts.findIndex((text) => begin.test(text)) + 1
    const cell = next > 0 && texts.slice(next).some((text) => end.test(text)) && children[next]
    if (cell) return report(cell, reason, "table")
  }
  const reason = `Unexpected cell ${columns + 1} of a row, expected ${columns}, as in the first row, or \\| for |`
  if (children[columns]) report(children[columns], reason, "table")
}
