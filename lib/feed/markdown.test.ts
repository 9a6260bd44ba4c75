import { expect, test } from "vitest"
import { fillSlots } from "../elements/fill-slots"
import { fillImages } from "../elements/image/use"
import { factsOf } from "../testing/body"
import { bodyMarkdown } from "./markdown"

const page = "https://example.org/blog/posts/own/"

function markdownOf(mdx: string): string {
  const runs = fillImages(factsOf(mdx).runs, () => "")
  const body = fillSlots(runs, { works: [], glossary: [], targets: new Map(), language: "en" })
  return bodyMarkdown(body, page, "https://example.org/blog").trim()
}

test.each([
  ["A *word*, a **strong** one and `code`.", "A *word*, a **strong** one and `code`."],
  ["[a](/posts/two/#b)", "[a](https://example.org/blog/posts/two/#b)"],
  ["Let $n \\times f$, and go on.", "Let $n \\times f$, and go on."],
  ["$$\na_1 < b\n$$", "$$\na_1 < b\n$$"],
  ["```python\nprint(1 < 2)\n```", "```python\nprint(1 < 2)\n```"],
  ["- one\n- two\n  1. three", "- one\n- two\n  1. three"],
  ["H<sub>2</sub>O", "H<sub>2</sub>O"],
  ["Stars \\* and \\_ stay.", "Stars \\* and \\_ stay."],
])("%j is %j", (mdx, markdown) => {
  expect(markdownOf(mdx)).toBe(markdown)
})

test("a table stays one, with its formulas", () => {
  expect(markdownOf("| a | b |\n| - | - |\n| 1 | $x$ |")).toMatch(
    /^\| a +\| b +\|\n\| -+ \| -+ \|\n\| 1 +\| \$x\$ \|$/,
  )
})

test("what tags show stands there in words", () => {
  expect(markdownOf("> [!NOTE]\n> Mind this.")).toContain("Mind this.")
  expect(markdownOf("A fact.[^1]\n\n[^1]: Its source.")).toContain("Its source.")
  expect(markdownOf("A fact.[^1]\n\n[^1]: Its source.")).not.toContain("<aside")
})
