import { expect, test } from "vitest"
import { found } from "../testing/found"
import { messagesWith, postWith } from "../testing/workspace"

/** The date of the post is 2024-01-03. */
test("a post that changed before it was there", async () => {
  expect(await messagesWith(postWith("updated: 2024-01-02"))).toEqual([
    found("content/posts/own/index.mdx:5:10", "day-order", "2024-01-02", "2024-01-03"),
  ])
})

test.each(["updated: 2024-01-03", "updated: 2025-01-01"])("%s is sound", async (field) => {
  expect(await messagesWith(postWith(field))).toEqual([])
})
