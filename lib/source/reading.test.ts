import { expect, test } from "vitest"
import { found } from "../testing/found"
import { languageOf, makeFacets } from "./reading"
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
  ["{% raw %}", found(`${own}:10:1`, "mdx-expression", "{% raw … %}", "nothing", brace)],
  [
    "{{< youtube abc >}}",
    found(`${own}:10:1`, "mdx-expression", "{{< youtube abc >}}", "<Embed", brace),
  ],
  ["It is {{ page.title }}.", found(`${own}:10:7`, "mdx-expression", "{{ … }}", brace)],
  ["Text.\n\n{: .lead}", found(`${own}:12:1`, "mdx-expression", "{: .lead}", brace)],
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
  ["<!-- a comment", found(`${own}:10:1`, "mdx", "<!--", "-->")],
  ["<!-- a --> text", found(`${own}:10:1`, "mdx", "comment", "line of its own")],
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
  ["<div>\n\n<hr>\n\n</div>", found(`${own}:12:1`, "tag-unknown", "<hr>", " --- ")],
  ["*a <kbd>b* c</kbd>", "10:4: Unexpected <kbd> without </kbd>, expected both in one emphasis"],
  [
    "- a\n  <details>\n- b",
    "11:3: Unexpected <details> without </details>, expected both in one list item",
  ],
  [
    "<kbd>*a</kbd>*",
    "10:8: Unexpected </kbd>, expected it after the emphasis, which began inside the tag",
  ],
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
  "<!-- a comment -->",
  "Text <!-- a comment --> and\n\n<!-- one over\n\nseveral lines -->\n\ntext.",
  "A<br>B and <kbd>A<br></kbd><wbr>.",
  "See <https://example.com> or <me@example.com>.",
  "## Depth {#own-id}\n\n[](#own-id)",
  "A note^[with *its* text, [words](https://example.com) and [brackets].] in a line, at 10:30:45.",
  "==Marked *words*==, a == b and c == d.",
  ":::note A title\nText.\n\n- a\n:::\n\nMore.",
  '::: {.callout-warning collapse="true"}\n## A title\n\nText.\n:::',
  "::::info\n:::tip[Inner]\nText.\n:::\nMore.\n::::",
  "Term\n: Its meaning.\n: Another.",
  "```JSON\n{}\n```\n\n```Makefile title=A file of my own\na:\n```",
  '```js:app.js {1} showLineNumbers add={2} remove="1"\na\nb\n```',
  "```go {linenos=true,hl_lines=[2]}\na\nb\n```",
  '```diff-js filename="a.js" lines={1}\na\n```',
  "The sum \\(x_1 + x_2\\), $$y$$ and $`z`$.\n\n\\[\nx = \\mbox{if}\n\\]",
  "$$\\newcommand{\\R}[1]{\\mathbb{R}^{#1}}\\DeclareMathOperator{\\rank}{rank}$$\n\n$x \\in \\R{d}, \\rank A$",
  "- a\n\n  b\n  - c\n\n    d\n\n1. a\n\n   ```js\n   a\n   ```",
  "<details>\n<summary>More</summary>\n\n    Text that is set in.\n\n</details>",
])("%j is taken as it is meant", async (body) => {
  expect(await messagesOfBody(body)).toEqual([])
})

test.each<[string, unknown[]]>([
  ["    npm install\n    npm test", [found(`${own}:10:5`, "indented-code", "```")]],
  ["- a\n\n      code", [found(`${own}:12:7`, "indented-code", "```")]],
  ["> a\n>\n>     code", [found(`${own}:12:7`, "indented-code", "```")]],
  [
    "[TOC]\n\n[[_TOC_]]",
    [1, 3].map((line) => found(`${own}:${9 + line}:1`, "foreign-mark", "contents")),
  ],
  ["## Table of contents\n\n## More", [found(`${own}:10:1`, "foreign-mark", "contents")]],
  [
    "!!! note\n\nA :smile: and [[wiki]].",
    [
      found(`${own}:10:1`, "foreign-mark", "!!! note", "> [!NOTE]"),
      found(`${own}:12:3`, "foreign-mark", ":smile:"),
      found(`${own}:12:15`, "foreign-mark", "[[wiki]]", "[text]("),
    ],
  ],
  ["![[a.png]]", [found(`${own}:10:1`, "foreign-mark", "![[a.png]]", "![what")]],
  ["*[HTML]: A language", [found(`${own}:10:1`, "foreign-mark", "*[HTML]:", "<abbr")]],
  ["```{python}\n1\n```", [found(`${own}:10:4`, "code-language", "{python}", "python")]],
  [
    "### One\n\n#### Two\n\n### Three",
    [
      found(`${own}:10:1`, "heading", "### heading", "expected ## "),
      found(`${own}:12:1`, "heading", "#### heading", "expected ### "),
      found(`${own}:14:1`, "heading", "### heading", "expected ## "),
    ],
  ],
])("%j is told, with what to write instead", async (body, problems) => {
  expect(await messagesOfBody(body)).toEqual(problems)
})

test("after a fault the rest of a text is read too", async () => {
  const body = `Text {{< youtube x >}} more.
<br>
{x y}
[a](/nowhere/)
![](a.png) <kbd>unclosed

A <b and {y z}.

</Tabs>`
  expect(
    (await messagesOfBody(body)).map((message) =>
      /mdx:(\S+): .*\((\S+)\)$/.exec(message)?.slice(1),
    ),
  ).toEqual([
    ["10:6", "mdx-expression"],
    ["12:1", "mdx"],
    ["13:1", "link-target"],
    ["14:1", "image-missing"],
    ["14:12", "mdx"],
    ["16:3", "mdx"],
    ["18:1", "mdx"],
  ])
})

test.each([
  ["import a from 'b'", "import from b"],
  ["export const a = 1", "export"],
])("%s", async (code, word) => {
  expect(await messagesOfBody(code)).toEqual([
    found(`${own}:10:${word === "export" ? 1 : 8}`, "mdx-import", ` ${word},`),
  ])
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
  expect(messages[0]).toBe(
    `${own}:10:1002: Unexpected depth of brackets in each other, expected at most 1000 (nesting)`,
  )
})

test("the places in a page count from the first line of the file too", async () => {
  expect(await messagesWith(edited("pages/about.mdx", "Hello.", "Hello {."))).toEqual([
    found("content/pages/about.mdx:6:7", "mdx", brace),
  ])
})

test("a post in another language is set and spelled as that is written", async () => {
  const made = (lang: string) => {
    const text = `---\ntitle: Own\ndescription: A post.\ndate: 2024-01-03\n${lang}---\n\nEr sagt "ja".\n`
    const source = { path: own, kind: "post", name: "own", text } as const
    const language = languageOf(source, "en-GB")
    const { compiled } = makeFacets(source, { facets: new Set(["compiled"]), language })
    return { language, compiled: JSON.stringify(compiled) }
  }
  expect(made("")).toEqual({ language: "en-GB", compiled: expect.stringContaining("“ja”") })
  expect(made("lang: de\n")).toEqual({ language: "de", compiled: expect.stringContaining("„ja“") })
  expect(made("lang: 'de-CH' # ours\n").language).toBe("de-CH")
})
