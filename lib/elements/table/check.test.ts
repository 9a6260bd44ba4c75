import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { messagesWith, postSaying } from "../../testing/workspace"

const own = "content/posts/own/index.mdx"
const head = "| a | b |\n| - | - |\n"

/** A body begins in line 7 of its file. */
test.each([
  ["| c | d | e |", "9:9", "cell 3 of a row, expected 2, as in the first row, or \\| for |"],
  ["| c | d | e | f |", "9:9", "cell 3 of a row, expected 2, as in the first row, or \\| for |"],
  ["| $5 | d | $6 |", "9:10", "cell 3 of a row, expected 2, as in the first row, or \\| for |"],
  ["| c | $|d|$ |", "9:8", "| in a formula in a table, expected \\vert"],
])("a row that is too long: %s", async (row, place, problem) => {
  expect(await messagesWith(postSaying(head + row))).toEqual([
    `${own}:${place}: Unexpected ${problem} (table)`,
  ])
})

test("a bar in code", async () => {
  expect(await messagesWith(postSaying(`${head}| \`c | d\` | e |`))).toEqual([
    found(`${own}:9:6`, "table"),
  ])
})

test("a row that is too short", async () => {
  expect(await messagesWith(postSaying(`${head}| c |\n| d | e |`))).toEqual([
    `${own}:9:1: Unexpected end of the row after cell 1, expected 2, as in the first row (table-row, a warning)`,
  ])
})

test("a table that is small in the file and large on the page", async () => {
  const line = (cell: string) => `|${` ${cell} |`.repeat(300)}\n`
  const body = (rows: number) => line("a") + line("-") + "| a |\n".repeat(rows)
  expect(await messagesWith(postSaying(body(650)))).toEqual([
    found(`${own}:7:1`, "table", "300 columns", "650 rows", "20,000"),
  ])
  const messages = await messagesWith(postSaying(body(60)))
  expect(messages.filter((message) => message.includes("(table)"))).toEqual([])
})

test.each(["| c | `d \\| e` |", "| c | |", "c | d", "| c | d |\n\nText."])(
  "%j is sound",
  async (rows) => {
    expect(await messagesWith(postSaying(head + rows))).toEqual([])
  },
)
