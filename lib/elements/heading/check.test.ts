import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { messagesWith, postSaying } from "../../testing/workspace"

/** The body begins in line 7 of its file. */
const messagesOfBody = (body: string) => messagesWith(postSaying(body))
const own = "content/posts/own/index.mdx"

test.each<[string, unknown]>([
  ["### A", "7:1: Unexpected ### heading below the title, expected ## (heading)"],
  ["## A\n\n#### B", found(`${own}:9:1`, "heading", "####")],
  ["## A\n\n> ### B\n>\n> ##### C", found(`${own}:11:3`, "heading", "#####")],
  ["# A", found(`${own}:7:1`, "heading", " # ", " ##")],
  [
    "## Content",
    "7:1: Unexpected heading with the address #content, which the page itself has, expected other words (heading)",
  ],
  ["##", "7:1: Unexpected ## without a text, expected a heading (heading)"],
  ["## 🎉", found(`${own}:7:1`, "heading", "signs alone")],
  ["## ::", found(`${own}:7:1`, "heading", "signs alone")],
  ["## \u200b", found(`${own}:7:1`, "heading", "signs alone")],
  ["a[^1]\n\n[^1]: ## B\n\n    C", found(`${own}:9:7`, "heading", "in a note")],
  ["## {/* A */}", "7:1: Unexpected ## without a text, expected a heading (heading)"],
  ["## A b\n\n### C\n\n## *A* b", found(`${own}:11:1`, "heading", "line 7", "#a-b")],
  ["## A\n\n## a!", found(`${own}:9:1`, "heading", "line 7", "#a")],
])("%j", async (body, problem) => {
  expect(await messagesOfBody(body)).toEqual([
    typeof problem === "string" ? `${own}:${problem}` : problem,
  ])
})

test.each(["## A\n\n### B\n\n#### C\n\n## D\n\n### E", "## A\n\n## A 1", "Text."])(
  "%j is sound",
  async (body) => {
    expect(await messagesOfBody(body)).toEqual([])
  },
)
