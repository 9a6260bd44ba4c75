import { expect, test } from "vitest"
import { found } from "../testing/found"
import { edited, messagesWith } from "../testing/workspace"

const draft = "part: 2\ndraft: true"
const at = "content/posts/one/index.mdx:12:5"

test("a public post does not link to a draft", async () => {
  expect(await messagesWith(edited("posts/two/index.mdx", "part: 2", draft))).toEqual([
    found(at, "draft-link", "/posts/two/", "content/posts/two/index.mdx", "draft"),
  ])
})

test("nor to a post of a day to come", async () => {
  expect(await messagesWith(edited("posts/two/index.mdx", "2024-01-02", "2999-01-02"))).toEqual([
    found(at, "draft-link", "/posts/two/", "content/posts/two/index.mdx", "2999-01-02"),
  ])
})

test("a draft may", async () => {
  const files = {
    ...edited("posts/one/index.mdx", "part: 1", "part: 1\ndraft: true"),
    ...edited("posts/two/index.mdx", "part: 2", draft),
    "pages/about.mdx": "---\ntitle: A\ndescription: B.\n---\n",
  }
  const messages = await messagesWith(files)
  expect(messages.filter((message) => message.includes("draft-link"))).toEqual([])
})

test("a draft between public parts is a gap for readers, unless it is planned", async () => {
  const files = {
    ...edited("posts/one/index.mdx", "part: 1", "part: 1\ndraft: true"),
    "pages/about.mdx": "---\ntitle: A\ndescription: B.\n---\n",
  }
  expect(await messagesWith(files)).toEqual([
    "content/posts/two/index.mdx:6:7: Unexpected gap before part 2 of nets, expected part 1, which is a draft, as planned in content/series/nets.yaml (part-gap)",
  ])
  const planned = edited("series/nets.yaml", "planned:", "planned:\n  - part: 1\n    title: One")
  expect(await messagesWith({ ...files, ...planned })).toEqual([])
})
