import { expect, test } from "vitest"
import { edited, messagesWith, postSaying } from "../testing/workspace"

const own = "content/posts/own/index.mdx"

/** A body begins in line 7 of its file; two lines stand above what is tried. */
const messagesOfBody = (body: string) =>
  messagesWith(postSaying(`A first line\nand a second.\n\n${body}`))

const brace = "or \\{ for the sign itself"
const less = "or \\< for the sign itself"

test.each([
  ["a {b", `10:3: Unexpected { without } in the same block, expected both, ${brace}`],
  [
    "{\n\nText.\n\n## More",
    `10:1: Unexpected { without } in the same block, expected both, ${brace}`,
  ],
  [
    "{/* a comment\n\nText.",
    `10:1: Unexpected { without } in the same block, expected both, ${brace}`,
  ],
  ["> {\n> a\n\nb}", `10:3: Unexpected { without } in the same block, expected both, ${brace}`],
  ["A set\nis {a b}.", `11:4: Unexpected code in braces, expected a plain value, ${brace}`],
  ["{% raw %}", `10:1: Unexpected code in braces, expected a plain value, ${brace}`],
  ["1 <2", `10:3: Unexpected < before 2, expected a tag, ${less}`],
  ["a <- b", `10:3: Unexpected < before -, expected a tag, ${less}`],
  ["a is <", `10:6: Unexpected < at the end, expected a tag, ${less}`],
  ["if x<y,\nthen", `10:5: Unexpected <y, expected a tag, ${less}`],
  ["if x<y\n\nthen", `10:5: Unexpected <y, expected a tag, ${less}`],
  ["a <kbd, b", `10:3: Unexpected , in a tag, expected its attributes and then >, ${less}`],
  ["<CourseOutlin, b", `10:1: Unexpected , in a tag, expected its attributes and then >, ${less}`],
  [
    "> <CourseOutline\na",
    `10:3: Unexpected end of the quotation or list in a tag, expected its attributes and then >, ${less}`,
  ],
  ["<!-- a comment -->", "10:1: Unexpected <!--, expected {/* … */} for a comment"],
  [
    "See <https://example.com>.",
    "10:5: Unexpected < before an address, expected [text](address) for a link",
  ],
  [
    "Or <me@example.com>.",
    "10:4: Unexpected < before an address, expected [text](address) for a link",
  ],
  [
    "<CourseOutline course=“deep” />",
    '10:23: Unexpected “ after =, expected a straight quote: " before the value and behind it',
  ],
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
  ["<details>\n\nText.", "10:1: Unexpected <details> without </details>, expected both"],
  [
    "A <name> B",
    `10:3: Unexpected <name> without </name>, expected both in one paragraph, ${less}`,
  ],
  ["<div>\n<hr>\n</div>", "11:1: Unexpected tag <hr>, expected ---"],
  ["<kbd>A<br></kbd>", "10:7: Unexpected <br> without </br>, expected <br />"],
  ['<img src="a.png">', "10:1: Unexpected tag <img>, expected ![what it shows](file name)"],
  ["*a <kbd>b* c</kbd>", "10:4: Unexpected <kbd> without </kbd>, expected both in one emphasis"],
  [
    "- a\n  <details>\n- b",
    "11:3: Unexpected <details> without </details>, expected both in one list item",
  ],
  [
    "<kbd>*a</kbd>*",
    "10:8: Unexpected </kbd>, expected it after the emphasis, which began inside the tag",
  ],
  ["A<br>B", "10:2: Unexpected <br> without </br>, expected <br />"],
  ["<kbd>a</sub>", "10:7: Unexpected </sub>, expected </kbd> for the <kbd> of line 10"],
  ["Text </kbd>", "10:6: Unexpected closing tag, expected its opening tag before it"],
  ["<kbd>a</kbd id>", "10:13: Unexpected sign in a closing tag, expected its name and then >"],
  [
    "import of goods\nhas risen",
    "10:1: Unexpected import at the start of a line, expected another word: MDX takes it for code",
  ],
])("%j", async (body, problem) => {
  expect(await messagesOfBody(body)).toEqual([`${own}:${problem} (mdx)`])
})

test.each([
  ["import a from 'b'", "import"],
  ["export const a = 1", "export"],
])("%s", async (code, word) => {
  expect(await messagesOfBody(code)).toEqual([
    `${own}:10:1: Unexpected ${word}, expected no code: the tags are there without it (mdx-import)`,
  ])
})

test.each([
  ["Sum: {1 + 1}", "6: Unexpected code in braces, expected a plain value"],
  ["Hi {name}", "4: Unexpected name name in braces, expected a plain value"],
  ["{alert('x')}", "1: Unexpected code in braces, expected a plain value"],
  ["{[1, 2]}", "1: Unexpected list or object in braces, expected text or a number"],
  ["{{a: 1}}", "1: Unexpected list or object in braces, expected text or a number"],
])("an expression: %s", async (body, problem) => {
  expect(await messagesOfBody(body)).toEqual([`${own}:10:${problem}, ${brace} (mdx-expression)`])
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
  expect(await messagesOfBody("# Own")).toEqual([
    `${own}:10:1: Unexpected # heading, expected ##: the title is the # heading (heading)`,
  ])
})

test("nesting that no parser bears is a problem of its file", async () => {
  const messages = await messagesOfBody(`{${"[".repeat(100_000)}${"]".repeat(100_000)}}`)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatch(/^content\/posts\/own\/index\.mdx:\d+:1: Unexpected .* \(mdx\)$/)
})

test("the places in a page count from the first line of the file too", async () => {
  expect(await messagesWith(edited("pages/about.mdx", "Hello.", "Hello {."))).toEqual([
    `content/pages/about.mdx:6:7: Unexpected { without } in the same block, expected both, ${brace} (mdx)`,
  ])
})
