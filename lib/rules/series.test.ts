import { expect, test } from "vitest"
import { found } from "../testing/found"
import { edited, messagesWith, post, sound } from "../testing/workspace"

const one = "posts/one/index.mdx"
const two = "posts/two/index.mdx"
const series = "series/nets.yaml"

test("the sound content has no problem", async () => {
  expect(await messagesWith({})).toEqual([])
})

test("a series that does not exist", async () => {
  const files = { ...edited(two, "series: nets", "series: net"), ...edited(series, "3", "2") }
  expect(await messagesWith(files)).toEqual([
    found("content/posts/two/index.mdx:5:9", "series-unknown", "net.yaml", "did you mean nets?"),
  ])
})

test("a course of a series that does not exist", async () => {
  expect(await messagesWith(edited(series, "course: deep", "course: shallow"))).toEqual([
    "content/series/nets.yaml:3:9: Unexpected course shallow, expected content/courses/shallow.yaml to exist (course-unknown)",
  ])
})

test("two posts that are the same part", async () => {
  const files = { ...edited(two, "part: 2", "part: 1"), ...edited(series, "part: 3", "part: 2") }
  expect(await messagesWith(files)).toEqual([
    found("content/posts/two/index.mdx:6:7", "part-twice", "content/posts/one/index.mdx"),
  ])
})

test("a gap that is not planned", async () => {
  expect(await messagesWith(edited(two, "part: 2", "part: 4"))).toEqual([
    found("content/posts/two/index.mdx:6:7", "part-gap", "part 4 ", "part 2 ", "series/nets.yaml"),
  ])
})

test("a gap before a planned part", async () => {
  expect(await messagesWith(edited(series, "part: 3", "part: 4"))).toEqual([
    "content/series/nets.yaml:5:3: Unexpected gap before a planned part, expected part 3 as a post or as planned in content/series/nets.yaml (part-gap)",
  ])
})

test("a part of a billion is a gap like any other", async () => {
  const messages = await messagesWith(edited(two, "part: 2", "part: 1000000000"))
  expect(messages).toHaveLength(1)
  expect(messages[0]).toContain("expected part 2")
})

test("a planned part that readers have", async () => {
  expect(await messagesWith(edited(series, "part: 3", "part: 2"))).toEqual([
    found("content/series/nets.yaml:5:5", "part-written", "part 2", "content/posts/two/index.mdx"),
  ])
})

test("a planned part of a day to come is still planned", async () => {
  const scheduled = {
    ...edited(two, "2024-01-02", "2999-01-02"),
    ...edited(one, "[depth](/posts/two/#depth), ", ""),
  }
  expect(await messagesWith({ ...scheduled, ...edited(series, "part: 3", "part: 2") })).toEqual([])
})

test("a draft before a planned part is a gap for readers, unless it is planned", async () => {
  const draft = {
    ...edited(two, "part: 2", "part: 2\ndraft: true"),
    ...edited(one, "[depth](/posts/two/#depth), ", ""),
  }
  expect(await messagesWith(draft)).toEqual([
    found("content/series/nets.yaml:5:3", "part-gap", "a planned part", "part 2, which is a draft"),
  ])
})

test("a planned part that is a draft is still planned", async () => {
  const draft = {
    ...edited(two, "part: 2", "part: 2\ndraft: true"),
    ...edited("posts/one/index.mdx", "[depth](/posts/two/#depth), ", ""),
  }
  expect(await messagesWith({ ...draft, ...edited(series, "part: 3", "part: 2") })).toEqual([])
})

test("a part that is planned twice", async () => {
  const twice = edited(series, "title: Three", "title: Three\n  - part: 3\n    title: Four")
  expect(await messagesWith(twice)).toEqual([
    "content/series/nets.yaml:7:5: Unexpected planned part 3, expected another number: it is planned twice (part-planned)",
  ])
})

test("a part without series, a series without part", async () => {
  const files = {
    ...edited(one, "series: nets\n", ""),
    ...edited(two, "part: 2\n", ""),
  }
  expect(await messagesWith(files)).toEqual([
    "content/posts/one/index.mdx:5:7: Unexpected part without series, expected both or neither (part-number)",
    "content/posts/two/index.mdx:5:9: Unexpected series without part, expected both or neither (part-number)",
  ])
})

test("a part whose number is wrong is not a gap as well", async () => {
  expect(await messagesWith(edited(one, "part: 1", 'part: "1"'))).toEqual([
    'content/posts/one/index.mdx:6:7: Unexpected "1" as part, expected a whole number from 1 (field-type)',
  ])
})

test("a planned part whose number is wrong moves no place and makes no gap", async () => {
  const text = sound[series].replace("planned:", "planned:\n  - three\n  - part: x\n    title: X")
  const files = { [series]: text, ...edited(two, "part: 2", "part: 3") }
  expect(await messagesWith(files)).toEqual([
    'content/series/nets.yaml:5:5: Unexpected "three" as an item of planned, expected fields such as part (field-type)',
    'content/series/nets.yaml:6:11: Unexpected "x" as part, expected a whole number from 1 (field-type)',
    found("content/series/nets.yaml:8:5", "part-written", "part 3", "content/posts/two/index.mdx"),
  ])
})

test("a post that cannot be read is not a gap as well", async () => {
  expect(await messagesWith({ [one]: "No front matter.\n" })).toEqual([
    "content/posts/one/index.mdx:1:1: Unexpected start of the file, expected a line of --- and front matter (front-matter)",
  ])
})

test("a series that cannot be read still exists", async () => {
  expect(await messagesWith({ [series]: "title: [\n" })).toEqual([
    "content/series/nets.yaml:1:8: Unexpected [ without ], expected both (yaml)",
  ])
})

test("a post outside a series needs no part", async () => {
  expect(await messagesWith(post("title: Own\ndescription: D.\ndate: 2024-01-03"))).toEqual([])
})
