import { expect, test } from "vitest"
import { messagesWith, postSaying } from "../../testing/workspace"

/** The body begins in line 7 of its file. */
const messagesOfBody = (body: string) => messagesWith(postSaying(body))
const own = "content/posts/own/index.mdx"

test.each([
  ["### A", "7:1: Unexpected ### heading below the title, expected ##"],
  ["## A\n\n#### B", "9:1: Unexpected #### heading below ##, expected ###"],
  ["## A\n\n> ### B\n>\n> ##### C", "11:3: Unexpected ##### heading below ###, expected ####"],
  ["# A", "7:1: Unexpected # heading, expected ##: the title is the # heading"],
  [
    "## Content",
    "7:1: Unexpected heading with the address #content, which the page itself has, expected other words",
  ],
  ["##", "7:1: Unexpected ## without a text, expected a heading"],
  ["## {/* A */}", "7:1: Unexpected ## without a text, expected a heading"],
  [
    "## A b\n\n### C\n\n## *A* b",
    "11:1: Unexpected heading with the address of the one in line 7, #a-b, expected other words",
  ],
  [
    "## A\n\n## a!",
    "9:1: Unexpected heading with the address of the one in line 7, #a, expected other words",
  ],
])("%j", async (body, problem) => {
  expect(await messagesOfBody(body)).toEqual([`${own}:${problem} (heading)`])
})

test.each(["## A\n\n### B\n\n#### C\n\n## D\n\n### E", "## A\n\n## A 1", "Text."])(
  "%j is sound",
  async (body) => {
    expect(await messagesOfBody(body)).toEqual([])
  },
)
