import { expect, test } from "vitest"
import { found } from "../testing/found"
import { edited, messagesWith } from "../testing/workspace"

const draft = "part: 2\ndraft: true"
const at = "content/posts/one/index.mdx:12:5"

test("a public post does not link to a draft", async () => {
  const files = {
    ...edited("posts/two/index.mdx", "part: 2", draft),
    ...edited("series/nets.yaml", "planned:", "planned:\n  - part: 2\n    title: Two"),
  }
  expect(await messagesWith(files)).toEqual([
    found(at, "draft-link", "/posts/two/", "content/posts/two/index.mdx", "draft"),
  ])
})

test("nor to a post of a day to come", async () => {
  expect(await messagesWith(edited("posts/two/index.mdx", "2024-01-02", "2999-01-02"))).toEqual([
    found(at, "draft-link", "/posts/two/", "content/posts/two/index.mdx", "2999-01-02"),
  ])
})

test("nor to a series that has no part for readers, or to its feed", async () => {
  const page = (text: string) => ({
    "series/trees.yaml": "title: Trees\ndescription: All about trees.\n",
    "posts/own/index.mdx": `---\ntitle: Own\ndescription: A.\ndate: 2024-01-03\n---\n\n${text}\n`,
  })
  const of = (column: number) => `content/posts/own/index.mdx:7:${column}`
  expect(await messagesWith(page("[A](/series/trees/), [b](/series/trees/feed.xml)."))).toEqual([
    found(of(1), "draft-link", "/series/trees/", "content/series/trees.yaml"),
    found(of(22), "draft-link", "/series/trees/feed.xml", "content/series/trees.yaml"),
  ])
  expect(await messagesWith(page("[A](/series/nets/)."))).toEqual([])
})

test("where a post cannot be read, no series is said to be without parts", async () => {
  const files = {
    "series/trees.yaml": "title: Trees\ndescription: All about trees.\n",
    "posts/own/index.mdx":
      "---\ntitle: Own\ndescription: A.\ndate: 2024-01-03\n---\n\n[A](/series/trees/).\n",
    "posts/torn/index.mdx": "No front matter.\n",
  }
  expect(await messagesWith(files)).toEqual([
    found("content/posts/torn/index.mdx:1:1", "front-matter"),
  ])
})

test("a post of a day to come links to what readers see on that day", async () => {
  const linking = (day: string) => ({
    ...edited("posts/one/index.mdx", "2024-01-01", day),
    ...edited("posts/two/index.mdx", "2024-01-02", "2999-01-02"),
    "pages/about.mdx": "---\ntitle: A\ndescription: B.\n---\n",
  })
  expect(await messagesWith(linking("2999-01-02"))).toEqual([])
  expect(await messagesWith(linking("2999-01-01"))).toEqual([
    found(at, "draft-link", "/posts/two/", "2999-01-02"),
  ])
})

test.each([
  ["to a draft", "part: 2", draft, "a draft, and this one of 2998-01-01"],
  [
    "of a later day",
    "2024-01-02",
    "2999-01-02",
    "a post of 2999-01-02, and this one of 2998-01-01",
  ],
])("nor does a post of a day to come to one %s, today already", async (_what, from, to, words) => {
  const one = edited("posts/one/index.mdx", "2024-01-01", "2998-01-01")
  const two = edited("posts/two/index.mdx", from, to)
  expect(await messagesWith({ ...one, ...two })).toContainEqual(
    found(at, "draft-link", "/posts/two/", "content/posts/two/index.mdx", words),
  )
})

test("a page is there every day", async () => {
  const two = edited("posts/two/index.mdx", "2024-01-02", "2999-01-02")
  const about = edited("pages/about.mdx", "Hello.", "[Two](/posts/two/).")
  expect(await messagesWith({ ...two, ...about })).toContainEqual(
    found("content/pages/about.mdx:6:1", "draft-link", "post of 2999-01-02"),
  )
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
