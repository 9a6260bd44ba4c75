import type { Element, ElementContent } from "hast"
import { h } from "hastscript"
import type { Parents, Table, TableCell, TableRow } from "mdast"
import { gfmTableFromMarkdown } from "mdast-util-gfm-table"
import { defaultHandlers, type State } from "mdast-util-to-hast"
import { gfmTable } from "micromark-extension-gfm-table"
import type { BodyElement, ReportAt } from "../../mdx/body-element"
import { textOf } from "../text/text-of"

/** A line of two cells or more, between bars. */
const row = String.raw`\|(?:[^|\n]*[^|\s\n-][^|\n]*\|){2,}[ \t]*`

/** GitHub's tables. */
export const table = {
  syntax: [
    {
      micromark: gfmTable(),
      mdast: gfmTableFromMarkdown(),
      // A row of dashes; else the parser takes every paragraph for the first row of a table.
      mayBeIn: (text) => /^(?=.*[|:])(?=.*-)[ \t>|:-]+$/m.test(text),
    },
  ],
  lostMarks: [
    {
      pattern:
        /^(?<before>[ \t>]*)(?:(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+|\|[ \t]*:?-+:?[ \t]*(?=\|))(?:\|[ \t]*)?$/gm,
      rule: "table",
      reasonOf: () =>
        "row of dashes that makes no table, expected as many columns as in the row right above it",
    },
    {
      pattern: new RegExp(
        `(?<![^\\n]\\n)^(?<before>[ \\t>]*)(?=${row}\\n[ \\t>]*${row}$)(?<found>\\|)`,
        "gm",
      ),
      rule: "table",
      reasonOf: () =>
        "row of a table without a row of dashes below it, expected | --- | for each column, or \\| for the sign",
    },
  ],
  read: ({ report }) => ({
    nodes: { table: { leave: (node) => checkRows(node, report) } },
  }),
  handlers: {
    /** What is wider than the page scrolls in a box of its own, which the keyboard can reach. */
    table(state: State, node: Table) {
      const box = { className: ["scroll"], role: "group", ariaLabel: "Table", tabIndex: 0 }
      return h("div", box, defaultHandlers.table(state, node))
    },
    tableRow(state: State, node: TableRow, parent?: Parents) {
      const row = defaultHandlers.tableRow(state, node, parent)
      row.children.forEach(align)
      for (const [index, cell] of row.children.filter(isHeader).entries()) {
        nameHeader(cell, node.children[index])
      }
      return row
    },
  },
} satisfies BodyElement

const isHeader = (cell: ElementContent): cell is Element =>
  cell.type === "element" && cell.tagName === "th"

/** A header says what its column holds, also one that is a formula; one that says nothing is none. */
function nameHeader(header: Element, cell: TableCell | undefined): void {
  if (header.children.length === 0) header.tagName = "td"
  else if (cell?.children.every(({ type }) => type === "inlineMath")) {
    header.properties["ariaLabel"] = textOf(cell)
  }
}

/** HTML has no attribute for alignment any more; a style would need a looser policy. */
function align(cell: ElementContent): void {
  if (cell.type !== "element") return
  const { align } = cell.properties
  if (typeof align === "string") cell.properties = { dataAlign: align }
}

/** Cells of a table, those that its short rows lack too: a page has them all. */
const mostCells = 20_000

/** Every row of a table has as many cells as the first: a page leaves out those beyond. */
function checkRows({ children: [head, ...rows] }: Table, report: ReportAt): void {
  const columns = head?.children.length ?? 0
  if (head && columns * rows.length > mostCells) {
    const reason = `Unexpected table of ${columns} columns and ${rows.length} rows, expected at most ${mostCells.toLocaleString("en")} cells`
    return report(head, reason, "table")
  }
  for (const row of rows) {
    const found = row.children.length
    if (found > columns) reportLongRow(row, columns, report)
    else if (found < columns) {
      const reason = `Unexpected end of the row after cell ${found}, expected ${columns}, as in the first row`
      report(row.children.at(-1) ?? row, reason, "table-row")
    }
  }
}

/** What a bar tears apart, beginning in one cell and ending in another, and what to write for it. */
const torn = [
  { begin: /`/, end: /`/, reason: "Unexpected | in code in a table, expected \\|" },
  { begin: /\$(?!\d)/, end: /\$/, reason: "Unexpected | in a formula in a table, expected \\vert" },
]

/** A cell begins with the bar before it, which is what an author looks for. */
function reportLongRow({ children }: TableRow, columns: number, report: ReportAt): void {
  const texts = children.map(textOf)
  for (const { begin, end, reason } of torn) {
    const next = texts.findIndex((text) => begin.test(text)) + 1
    const cell = next > 0 && texts.slice(next).some((text) => end.test(text)) && children[next]
    if (cell) return report(cell, reason, "table")
  }
  const reason = `Unexpected cell ${columns + 1} of a row, expected ${columns}, as in the first row, or \\| for |`
  if (children[columns]) report(children[columns], reason, "table")
}
