import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { edited, messagesWith, postSaying } from "../../testing/workspace"

const own = "content/posts/own/index.mdx"

/** A body begins in line 7 of its file. */
const messagesOfBody = (body: string) => messagesWith(postSaying(body))

const near = "did you mean minsky1969?"

test.each<[string, string, ...string[]]>([
  ["[@minski1969]", "7:2", "@minski1969", near],
  ["A line\n> and [see @minsky1969;\n> @minsk1969, p. 3].", "9:3", "@minsk1969", near],
  ["As @nobody says", "7:4", "@nobody"],
  ["a[^1]\n\n[^1]: Says [-@nobody].", "9:14", "@nobody"],
  ["| a |\n| - |\n| [@nobody] |", "9:4", "@nobody"],
])("%j", async (body, place, ...names) => {
  expect(await messagesOfBody(body)).toEqual([
    found(`${own}:${place}`, "citation-unknown", ...names),
  ])
})

test("every unknown key is told", async () => {
  expect(await messagesOfBody("[@a; @b]")).toEqual([
    found(`${own}:7:2`, "citation-unknown", "@a"),
    found(`${own}:7:6`, "citation-unknown", "@b"),
  ])
})

test.each([
  ["## On [@minsky1969]", "7:7: Unexpected citation [@minsky1969] in a heading"],
  ["[by @minsky1969](/)", "7:5: Unexpected citation @minsky1969 in a link"],
])("%j has no place there", async (body, problem) => {
  expect(await messagesOfBody(body)).toEqual([
    `${own}:${problem}, expected it in the text around it, or \\@ for the sign itself (citation-place)`,
  ])
})

test.each([
  "[@minsky1969], @minsky1969 and [-@minsky1969, p. 3]",
  "me@example.com, \\@nobody, `@nobody` and 3 @ 4",
])("%j is sound", async (body) => {
  expect(await messagesOfBody(body)).toEqual([])
})

test("a work that nothing cites is sound, a citation without a bibliography is not", async () => {
  const messages = await messagesWith({
    ...edited("courses/deep.yaml", "papers: [minsky1969]", "papers: []"),
    "references.bib": undefined,
  })
  expect(messages).toEqual([
    found("content/pages/about.mdx:8:5", "citation-unknown", "@minsky1969"),
    found("content/pages/about.mdx:8:28", "citation-unknown", "@minsky1969"),
    found("content/pages/about.mdx:10:18", "citation-unknown", "@minsky1969"),
  ])
})

test("citations are not said to be unknown where the bibliography cannot be read", async () => {
  const messages = await messagesWith({ "references.bib": "\u0000" })
  expect(messages).toHaveLength(1)
})
