import { expect, test } from "vitest"
import { factsFrom } from "./facts"
import { parseMdx } from "./parse"

const words = (count: number, word = "word") => `${word} `.repeat(count)

test("sections and subsections are headings, in order; others are not", () => {
  const body = "# One\n\n## Two\n\n### Three\n\n#### Four\n\n> ## Quoted\n\n```\n## Code\n```\n"
  expect(factsFrom(parseMdx(body)).headings).toEqual([
    { depth: 2, id: "two", text: "Two" },
    { depth: 3, id: "three", text: "Three" },
    { depth: 2, id: "quoted", text: "Quoted" },
  ])
})

test.each([
  ["nothing", "", 1],
  ["a word", "word", 1],
  ["329 words", words(329), 1],
  ["330 words, which is half a minute more", words(330), 2],
  ["2200 words", words(2200), 10],
])("reading %s takes %s", (_what, body, minutes) => {
  expect(factsFrom(parseMdx(body)).minutes).toBe(minutes)
})

test.each([
  ["code", `\`\`\`\n${words(2200)}\n\`\`\``],
  ["a comment", `{/* ${words(2200)} */}`],
  ["addresses", `[a](https://example.com/${"a/".repeat(2200)})`],
  ["an attribute", `<Tag of="${words(2200)}" />`],
])("%s takes no time", (_what, body) => {
  expect(factsFrom(parseMdx(body)).minutes).toBe(1)
})

test.each([
  ["inline code", words(1100, "`a b`")],
  ["a list", words(2200, "\n- word")],
  ["a table", `| a |\n| - |\n${"| word |\n".repeat(2200)}`],
  ["a tag", `<Tag>${words(2200)}</Tag>`],
  ["a footnote", `a[^1]\n\n[^1]: ${words(2200)}`],
])("the words of %s count", (_what, body) => {
  expect(factsFrom(parseMdx(body)).minutes).toBe(10)
})

test.each([
  ["Russian", words(2200, "слово"), 10],
  ["Chinese, which has no spaces", "深度学习".repeat(1100), 10],
  ["German", words(2200, "Größe"), 10],
  ["English with a dash", `${words(1100)}– ${words(1100)}`, 10],
])("the words of %s count", (_what, body, minutes) => {
  expect(factsFrom(parseMdx(body)).minutes).toBe(minutes)
})
