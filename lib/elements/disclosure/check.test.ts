import { expect, test } from "vitest"
import { messagesWith, postSaying } from "../../testing/workspace"

/** The body begins in line 7 of its file. */
const messagesOfBody = (body: string) => messagesWith(postSaying(body))

const empty = "Unexpected <details> without <summary>, expected <summary>…</summary> first in it"

test.each([
  ["<details>\n\nText.\n\n</details>", "7:1"],
  ["- a\n\n  <details>\n\n  Text.\n\n  <summary>A</summary>\n\n  </details>", "9:3"],
  ["<details></details>", "7:1"],
])("%j", async (body, place) => {
  expect(await messagesOfBody(body)).toEqual([
    `content/posts/own/index.mdx:${place}: ${empty} (tag-place)`,
  ])
})

test.each([
  "<details>\n<summary>A</summary>\n\nText.\n\n</details>",
  "<details>\n\n<summary>A</summary>\n\nText.\n\n</details>",
  "<details><summary>A</summary>Text.</details>",
])("%j is sound", async (body) => {
  expect(await messagesOfBody(body)).toEqual([])
})
