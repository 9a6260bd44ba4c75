import { expect, test } from "vitest"
import { found } from "../testing/found"
import { edited, messagesWith, postSaying } from "../testing/workspace"

const own = "content/posts/own/index.mdx"

/** A body begins in line 7 of its file; two lines stand above what is tried. */
const messagesOfBody = (body: string) =>
  messagesWith(postSaying(`A first line\nand a second.\n\n${body}`))

const brace = "or \\{ for the sign itself"
const less = "or \\< for the sign itself"

test.each<[string, unknown]>([
  ["a {b", found(`${own}:10:3`, "mdx", "{", "}", brace)],
  ["{\n\nText.\n\n## More", found(`${own}:10:1`, "mdx", "{", "}", brace)],
  ["{/* a comment\n\nText.", found(`${own}:10:1`, "mdx", "{", "}", brace)],
  ["> {\n> a\n\nb}", found(`${own}:10:3`, "mdx", "{", "}", brace)],
  ["A set\nis {a b}.", `11:4: Unexpected code in braces, expected a plain value, ${brace}`],
  ["{% raw %}", `10:1: Unexpected code in braces, expected a plain value, ${brace}`],
  ["1 <2", found(`${own}:10:3`, "mdx", "< before 2", less)],
  ["a <- b", found(`${own}:10:3`, "mdx", "< before -", less)],
  ["a is <", `10:6: Unexpected < at the end, expected a tag, ${less}`],
  ["if x<y,\nthen", found(`${own}:10:5`, "mdx", "<y", less)],
  ["if x<y\n\nthen", found(`${own}:10:5`, "mdx", "<y", less)],
  ["a <kbd, b", `10:3: Unexpected , in a tag, expected its attributes and then >, ${less}`],
  ["<CourseOutlin, b", `10:1: Unexpected , in a tag, expected its attributes and then >, ${less}`],
  [
    "> <CourseOutline\na",
    `10:3: Unexpected end of the quotation or list in a tag, expected its attributes and then >, ${less}`,
  ],
  ["<!-- a comment -->", found(`${own}:10:1`, "mdx", "<!--", "{/* … */}")],
  ["See <https://example.com>.", found(`${own}:10:5`, "mdx", " < ", "[text](address)")],
  ["Or <me@example.com>.", found(`${own}:10:4`, "mdx", " < ", "[text](address)")],
  ["<CourseOutline course=“deep” />", found(`${own}:10:23`, "mdx", "“", '"')],
  ["<CourseOutline course=deep />", "10:23: Unexpected d after =, expected a value in quotes"],
  [
    '<CourseOutline course="deep />\n\nText.',
    "10:1: Unexpected quote without another in a tag, expected one at the end of the value too",
  ],
  [
    "<CourseOutline course={a b} />",
    '10:1: Unexpected code in a tag, expected name="value" or a plain value in braces',
  ],
  ["<kbd>A\n\nText.", "10:1: Unexpected <kbd> without </kbd>, expected both in one paragraph"],
  ["<details>\n\nText.", found(`${own}:10:1`, "mdx", "<details>", "</details>")],
  ["A <name> B", found(`${own}:10:3`, "mdx", "<name>", "</name>", less)],
  ["<div>\n<hr>\n</div>", found(`${own}:11:1`, "mdx", "<hr>", " --- ")],
  ["<kbd>A<br></kbd>", found(`${own}:10:7`, "mdx", "<br>", "<br />")],
  ['<img src="a.png">', found(`${own}:10:1`, "mdx", "<img>", "![")],
  ["*a <kbd>b* c</kbd>", "10:4: Unexpected <kbd> without </kbd>, expected both in one emphasis"],
  [
    "- a\n  <details>\n- b",
    "11:3: Unexpected <details> without </details>, expected both in one list item",
  ],
  [
    "<kbd>*a</kbd>*",
    "10:8: Unexpected </kbd>, expected it after the emphasis, which began inside the tag",
  ],
  ["A<br>B", found(`${own}:10:2`, "mdx", "<br>", "<br />")],
  ["<kbd>a</sub>", "10:7: Unexpected </sub>, expected </kbd> for the <kbd> of line 10"],
  ["Text </kbd>", "10:6: Unexpected closing tag, expected its opening tag before it"],
  ["<kbd>a</kbd id>", "10:13: Unexpected sign in a closing tag, expected its name and then >"],
  [
    "import of goods\nhas risen",
    "10:1: Unexpected import at the start of a line, expected another word: MDX takes it for code",
  ],
])("%j", async (body, problem) => {
  expect(await messagesOfBody(body)).toEqual([
    typeof problem === "string" ? `${own}:${problem} (mdx)` : problem,
  ])
})

test.each([
  ["import a from 'b'", "import"],
  ["export const a = 1", "export"],
])("%s", async (code, word) => {
  expect(await messagesOfBody(code)).toEqual([found(`${own}:10:1`, "mdx-import", ` ${word},`)])
})

test.each([
  ["Sum: {1 + 1}", 6, " code "],
  ["Hi {name}", 4, " name name "],
  ["{alert('x')}", 1, " code "],
  ["{[1, 2]}", 1, " list or object "],
  ["{{a: 1}}", 1, " list or object "],
])("an expression: %s", async (body, column, what) => {
  expect(await messagesOfBody(body)).toEqual([
    found(`${own}:10:${column}`, "mdx-expression", what, brace),
  ])
})

test.each([
  '{"{"} and {1} and {`}`}',
  "{/* a comment */}",
  "\\{ and \\< and `{` and `<`",
  "a < b, 1 > 0, a }",
  "```ts\nimport { a } from 'b'\n```",
  "A line that mentions\nimport and export.",
])("%j is sound", async (body) => {
  expect(await messagesOfBody(body)).toEqual([])
})

test("a # heading", async () => {
  expect(await messagesOfBody("# Own")).toEqual([found(`${own}:10:1`, "heading")])
})

test("nesting that no parser bears is a problem of its file", async () => {
  const messages = await messagesOfBody(`{${"[".repeat(100_000)}${"]".repeat(100_000)}}`)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatch(/^content\/posts\/own\/index\.mdx:\d+:1: Unexpected .* \(mdx\)$/)
})

test("the places in a page count from the first line of the file too", async () => {
  expect(await messagesWith(edited("pages/about.mdx", "Hello.", "Hello {."))).toEqual([
    found("content/pages/about.mdx:6:7", "mdx", brace),
  ])
})
