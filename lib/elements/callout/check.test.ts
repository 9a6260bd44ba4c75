import { expect, test } from "vitest"
import { messagesWith, postSaying } from "../../testing/workspace"

/** The body begins in line 7 of its file. */
const messagesOfBody = (body: string) => messagesWith(postSaying(body))
const own = "content/posts/own/index.mdx"

const empty = "Unexpected callout without a text, expected one in the lines below, after > as well"
const kinds = "[!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION]"

test.each([
  [
    "> [!NOTES]\n> Text.",
    `7:3: Unexpected [!NOTES], expected one of ${kinds}; did you mean [!NOTE]?`,
  ],
  [
    "- a\n\n  > [!waring] Look",
    `9:5: Unexpected [!waring], expected one of ${kinds}; did you mean [!WARNING]?`,
  ],
  ["> [!]- Look", `7:3: Unexpected [!], expected one of ${kinds}`],
  ["> [!NOTE]\n\nText.", `7:3: ${empty}`],
  ["> [!TIP]- Why\n\nText.", `7:3: ${empty}`],
])("a callout that is none: %j", async (body, problem) => {
  expect(await messagesOfBody(body)).toEqual([`${own}:${problem} (callout)`])
})

test.each([
  "> [!NOTE]\n> Text.",
  "> [!tip]- Why\n> Text.",
  "> Text [!NOTES]",
  "[!NOTES]",
  "> [!NOTE] All",
])("%j is sound as well", async (body) => {
  expect(await messagesOfBody(body)).toEqual([])
})
