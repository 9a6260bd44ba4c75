import { expect, test } from "vitest"
import { factsOf } from "../../testing/body"

const htmlOf = (body: string) => factsOf(body).runs.map(String).join("")
const codeIn = (html: string) => /<code[^>]*>([^]*)<\/code>/.exec(html)?.[1]
/** What a fence with these words makes of its code. */
const codeOf = (info: string, code: string) => codeIn(htmlOf(`\`\`\`${info}\n${code}\n\`\`\``))
const textOf = (html = "") => html.replaceAll(/<[^>]*>/g, "")

test("a block is a figure with a box that scrolls, named after its language", () => {
  expect(htmlOf("```py\na\n```")).toBe(
    '<figure class="code" data-language="Python">' +
      '<pre role="group" aria-label="Python code" tabindex="0">' +
      '<code class="language-py">a</code></pre></figure>',
  )
  expect(htmlOf("```\na\n```")).toBe(
    '<figure class="code"><pre role="group" aria-label="Code" tabindex="0">' +
      "<code>a</code></pre></figure>",
  )
})

test("a file name is its caption and its name", () => {
  expect(htmlOf('```py title="a <b>.py"\na\n```')).toBe(
    '<figure class="code"><figcaption>a &#x3C;b>.py</figcaption>' +
      '<pre role="group" aria-label="a <b>.py" tabindex="0">' +
      '<code class="language-py">a</code></pre></figure>',
  )
})

test.each([
  ["fold", "Show the code"],
  ['fold="All of it"', "All of it"],
])("%s closes it", (word, summary) => {
  const html = htmlOf(`\`\`\`text ${word}\na\n\`\`\``)
  expect(html).toContain(`<details class="fold"><summary>${summary}</summary><pre`)
})

test("kinds of tokens have classes, plain code has no element", () => {
  expect(codeOf("py", "def f(a):\n    # so\n    return 'b' + 1 + a")).toBe(
    '<span class="tk">def </span><span class="tf">f</span>(a):\n' +
      '    <span class="tc"># so\n    </span><span class="tk">return </span>' +
      '<span class="ts">\'b\'</span> + <span class="tn">1</span> + a',
  )
  expect(codeOf("diff", "-a\n+b\n c")).toBe(
    '<span class="td">-a\n</span><span class="ti">+b\n</span> c',
  )
})

test.each(["py", "ts", "tsx", "bash", "html", "css", "json", "yaml", "cpp", "rust", "go", "latex"])(
  "the text of %s stays what it was",
  (language) => {
    const code = "#include <a>\n\n  if (a && b) { 'c' } // d\n\t\"e\": [1, 2e3]\n"
    const html = codeOf(language, code)
    expect(textOf(html)?.replaceAll("&#x3C;", "<").replaceAll("&#x26;", "&")).toBe(code)
  },
)

test("lines that are numbered, stand out, were added or removed have elements", () => {
  expect(codeOf("text numbers=9 {1,4} ins={2} del={3}", "a\nb\n\nd")).toBe(
    '<mark class="line" data-line=" 9">a\n</mark><ins class="line" data-line="10">b\n</ins>' +
      '<del class="line" data-line="11">\n</del><mark class="line" data-line="12">d</mark>',
  )
  expect(codeOf("text {1} ins={1}", "a\nb")).toBe(
    '<ins class="line marked">a\n</ins><span class="line">b</span>',
  )
})

test("marks lead to the items of the list below, and back", () => {
  const html = htmlOf("```py\na  # (1)\nb # (2)\n```\n\n1. *One*\n2. Two\n\n   More\n")
  expect(codeIn(html)).toBe(
    'a<a href="#code.1.1" id="code.1.1.line" class="code-mark" aria-label="Note 1">1</a>\n' +
      'b<a href="#code.1.2" id="code.1.2.line" class="code-mark" aria-label="Note 2">2</a>',
  )
  expect(html).toContain('<ol class="code-notes">')
  expect(html).toContain('<li id="code.1.1">')
  expect(html).toMatch(
    /<p>More <a href="#code.1.2.line" class="code-back" aria-label="Back to line 2">↩<\/a><\/p>/,
  )
})

test("each block with marks has ids of its own; an ordinary list is left alone", () => {
  const block = "```py\na # (1)\n```\n\n1. a\n\n"
  const html = htmlOf(`${block}\`\`\`py\na\n\`\`\`\n\n1. a\n\n${block}`)
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toEqual(["code.1.1.line", "code.1.1", "code.2.1.line", "code.2.1"])
  expect(html).toContain("<ol>")
})

test("a line of data of any length stays plain", () => {
  const code = `x = "${"a".repeat(3_000)}"`
  expect(codeOf("py", code)).toBe(code)
})

test.each([
  [
    "console",
    "$ npm start\nServer at port\n$ npm test",
    '<span class="prompt">$ </span>npm start\n<samp>Server at port\n</samp><span class="prompt">$ </span>npm test',
  ],
  [
    "shellsession",
    "(venv) me@host:~/site$ a \\\n> b\nc",
    '<span class="prompt">(venv) me@host:~/site$ </span>a \\\n<span class="prompt">> </span>b\n<samp>c</samp>',
  ],
  ["sh", "$ a\nb", '<span class="prompt">$ </span>a\n<samp>b</samp>'],
  ["console", "a\nb", "a\nb"], // commands without a prompt
  ["sh", "a\n$ b", "a\n$ b"],
  ["text", "$ a\nb", "$ a\nb"],
])("in a session of %s, %j sets prompts and output apart", (language, code, html) => {
  const plain = codeOf(language, code)?.replaceAll(
    /<span class="t\w">|(?<=<span class="t\w">[^<]*)<\/span>/g,
    "",
  )
  expect(plain?.replaceAll("&#x3C;", "<")).toBe(html)
})
