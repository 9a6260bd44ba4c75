import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { messagesWith, postSaying } from "../../testing/workspace"

const own = "content/posts/own/index.mdx"

const tab = (title: string, body = "Text.") => `<Tab title="${title}">\n\n${body}\n\n</Tab>\n`
const tabs = (...inner: readonly string[]) => `<Tabs group="g">\n${inner.join("")}</Tabs>`

test("two tabs, whatever is in them, are fine", async () => {
  const code = "```python\na\n```"
  const body = tabs(tab("A", code), "\n{/* a comment */}\n\n", tab("B", "## In a tab"))
  expect(await messagesWith(postSaying(body))).toEqual([])
  expect(
    await messagesWith(postSaying(tabs(tab("A"), tab("B")).replace(' group="g"', ""))),
  ).toEqual([])
})

test.each([
  ["one tab", tabs(tab("A")), "7:1: Unexpected <Tabs> with one <Tab>, expected two or more"],
  ["none", "<Tabs>\n</Tabs>", "7:1: Unexpected <Tabs> with no <Tab>, expected two or more"],
  [
    "text between",
    tabs(tab("A"), "\nHello.\n\n", tab("B")),
    '14:1: Unexpected paragraph in <Tabs>, expected <Tab title="…">',
  ],
  [
    "code between",
    tabs(tab("A"), tab("B"), "\n```\na\n```\n"),
    '19:1: Unexpected code block in <Tabs>, expected <Tab title="…">',
  ],
  [
    "another tag",
    tabs(tab("A"), tab("B"), '<CourseOutline course="deep" />\n'),
    '18:1: Unexpected <CourseOutline> in <Tabs>, expected <Tab title="…">',
  ],
  [
    "one title twice",
    tabs(tab("A"), tab("A")),
    "13:6: Unexpected second <Tab> with the title A, expected titles that differ",
  ],
  [
    "an empty title",
    tabs(tab("A"), tab(" ")),
    "13:6: Unexpected empty title of <Tab>, expected a word or two",
  ],
  [
    "tabs in tabs",
    tabs(tab("A", tabs(tab("C"), tab("D"))), tab("B")),
    "10:1: Unexpected <Tabs> inside <Tabs>, expected tabs without tabs in them",
  ],
])("%s: a problem, where it is", async (_what, body, problem) => {
  expect(await messagesWith(postSaying(body))).toEqual([`${own}:${problem} (tabs)`])
})

test("a tab alone", async () => {
  expect(await messagesWith(postSaying(tab("A")))).toEqual([found(`${own}:7:1`, "tabs")])
})
