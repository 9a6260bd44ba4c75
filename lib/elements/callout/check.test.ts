import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { messagesWith, postSaying } from "../../testing/workspace"

/** The body begins in line 7 of its file. */
const messagesOfBody = (body: string) => messagesWith(postSaying(body))
const own = "content/posts/own/index.mdx"

test.each<[string, string, ...string[]]>([
  ["> [!NOTES]\n> Text.", "7:3", "[!NOTES]", "did you mean [!NOTE]?"],
  ["- a\n\n  > [!waring] Look", "9:5", "[!waring]", "did you mean [!WARNING]?"],
  ["> [!]- Look", "7:3", "[!]", "[!CAUTION]"],
  ["> [!NOTE]\n\nText.", "7:3"],
  ["> [!TIP]- Why\n\nText.", "7:3"],
])("a callout that is none: %j", async (body, place, ...names) => {
  expect(await messagesOfBody(body)).toEqual([found(`${own}:${place}`, "callout", ...names)])
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
