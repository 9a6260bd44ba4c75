import { expect, test } from "vitest"
import { found } from "../testing/found"
import { edited, messagesWith, postSaying, sound } from "../testing/workspace"

const course = "courses/deep.yaml"

test("a topic of a post that does not exist", async () => {
  expect(await messagesWith(edited(course, "post: two", "post: tow"))).toEqual([
    found("content/courses/deep.yaml:16:15", "topic-post", "posts/tow/", "did you mean two?"),
  ])
})

test("a topic of a heading that does not exist", async () => {
  expect(await messagesWith(edited(course, "heading: layers", "heading: layer"))).toEqual([
    found("content/courses/deep.yaml:12:18", "topic-heading", "posts/one/", "did you mean layers?"),
  ])
})

test("a heading without a post", async () => {
  expect(await messagesWith(edited(course, "        post: one\n", ""))).toEqual([
    "content/courses/deep.yaml:11:18: Unexpected heading without post, expected both (topic-heading)",
  ])
})

test("a paper that is not in the bibliography", async () => {
  const papers = edited(course, "[minsky1969]", "[minsky1969, minsky1968]")
  expect(await messagesWith(papers)).toEqual([
    "content/courses/deep.yaml:13:30: Unexpected paper minsky1968, expected a key of content/references.bib; did you mean minsky1969? (topic-paper)",
  ])
})

test("a figure that has no page", async () => {
  const figure = edited(
    course,
    "papers: [minsky1969]",
    "figure: gate\n        papers: [minsky1969]",
  )
  expect(await messagesWith(figure)).toEqual([
    "content/courses/deep.yaml:13:17: Unexpected figure gate, expected content/figures/gate/index.mdx to exist (topic-figure)",
  ])
})

test("a paper without a bibliography", async () => {
  const messages = await messagesWith({ "references.bib": undefined })
  expect(messages.filter((message) => message.includes("topic-"))).toEqual([
    "content/courses/deep.yaml:13:18: Unexpected paper minsky1969, expected a key of content/references.bib (topic-paper)",
  ])
})

test("a paper beside one that is no text keeps its place", async () => {
  expect(await messagesWith(edited(course, "[minsky1969]", "[1969, nobody]"))).toEqual([
    "content/courses/deep.yaml:13:18: Unexpected 1969 as an item of papers, expected text, in quotes (field-type)",
    "content/courses/deep.yaml:13:24: Unexpected paper nobody, expected a key of content/references.bib (topic-paper)",
  ])
})

test("a module slug twice", async () => {
  const text = sound[course].replace("slug: vision", "slug: basics")
  const files = { [course]: text, ...edited("posts/one/index.mdx", ' module="vision"', "") }
  expect(await messagesWith(files)).toEqual([
    "content/courses/deep.yaml:17:11: Unexpected slug basics, expected another: the one above has it (slug-twice)",
  ])
})

test("a topic slug twice in one module", async () => {
  expect(await messagesWith(edited(course, "slug: depth", "slug: layers"))).toEqual([
    "content/courses/deep.yaml:14:15: Unexpected slug layers, expected another: the one above has it (slug-twice)",
  ])
})

test("two topics without a slug lack it, and do not share it", async () => {
  const text = sound[course]
    .replace("slug: layers\n        ", "")
    .replace("slug: depth\n        ", "")
  expect(await messagesWith({ [course]: text })).toEqual([
    "content/courses/deep.yaml:9:9: Unexpected absence of slug, expected it among the fields: its id (field-missing)",
    "content/courses/deep.yaml:13:9: Unexpected absence of slug, expected it among the fields: its id (field-missing)",
  ])
})

test("a tag that names a course that does not exist", async () => {
  expect(await messagesWith(postSaying('<CourseOutline course="depe" />'))).toEqual([
    "content/posts/own/index.mdx:7:16: Unexpected course depe, expected one in content/courses; did you mean deep? (course-unknown)",
  ])
})

test("a tag that names a module that does not exist", async () => {
  const body = '<CourseOutline course="deep" module="visions" />'
  expect(await messagesWith(postSaying(body))).toEqual([
    found("content/posts/own/index.mdx:7:30", "module-unknown", "visions", "did you mean vision?"),
  ])
})

test("what a course that cannot be read may hold is not said to be missing", async () => {
  const files = { [course]: "- a list\n", ...postSaying("[Vision](/courses/deep/vision/)") }
  expect(await messagesWith(files)).toEqual([
    "content/courses/deep.yaml:1:1: Unexpected list, expected fields such as title (field-type)",
  ])
})

test("the headings of a post that cannot be read are not said to be missing", async () => {
  const broken = edited("posts/one/index.mdx", "## Layers", "## Layers {")
  expect(await messagesWith(broken)).toEqual([found("content/posts/one/index.mdx:10:11", "mdx")])
})
