import type { Nodes } from "mdast"
import { expect, test } from "vitest"
import { factsOf } from "../testing/body"
import { readBody } from "./body"
import { treeOf } from "../testing/parsed"

/** The tree of a body that was read, and its facts. */
function readingOf(body: string) {
  const tree = treeOf(body)
  return { tree, ...readBody("", tree, { body, bodyLine: 0 }, "en") }
}

/** Types of the nodes of a tree, with the names of its tags, without those of words. */
const shapeOf = (node: Nodes): unknown => {
  const name = "name" in node ? `<${node.name}>` : node.type
  return "children" in node ? [name, ...node.children.map(shapeOf)] : name
}

test.each([
  ["## Layers and Units", "layers-and-units", "Layers and Units"],
  ["## *Deep* `nets`, [really](/)", "deep-nets-really", "Deep nets, really"],
  ["## ![A net](net.png) Nets", "-nets", " Nets"],
  ["## Nets[^1]\n\n[^1]: A note.", "nets", "Nets"],
  ["## Nets {/* a comment */}", "nets-", "Nets "],
  ['## The sign {"{"}', "the-sign-", "The sign {"],
  ["## Press <kbd>A</kbd>", "press-a", "Press A"],
  ["## Größe", "größe", "Größe"],
  ["## 深度学习", "深度学习", "深度学习"],
])("%j has the id %j and the text %j", (body, id, text) => {
  expect(readingOf(body).facts.headings).toEqual([{ depth: 2, id, text }])
})

test("headings of one text get ids of their own, of whatever depth", () => {
  expect(readingOf("## A\n\n### A\n\n# A\n\n## A-1").facts.ids).toEqual([
    "a",
    "a-1",
    "a-2",
    "a-1-1",
  ])
})

test("one body does not count the headings of another", () => {
  expect(readingOf("## A").facts).toEqual(readingOf("## A").facts)
})

test.each([
  ["<Tag />", ["root", ["<Tag>"]]],
  ["<Tag /> <Tag />", ["root", ["<Tag>"], ["<Tag>"]]],
  ["<Tag>a</Tag>", ["root", ["<Tag>", "text"]]],
  ["a <Tag />", ["root", ["paragraph", "text", ["<Tag>"]]]],
  ["<kbd>a</kbd>", ["root", ["paragraph", ["<kbd>", "text"]]]],
  ["> <Tag>a</Tag>", ["root", ["blockquote", ["<Tag>", "text"]]]],
  [
    "<details>\n<summary>a</summary>\n\nb\n</details>",
    ["root", ["<details>", ["<summary>", "text"], ["paragraph", "text"]]],
  ],
  ["<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>", ["root", ["<dl>", ["<dt>", "text"], ["<dd>", "text"]]]],
])("%j: a tag alone in its paragraph is lifted out of it", (body, shape) => {
  expect(shapeOf(readingOf(body).tree)).toEqual(shape)
})

test("what was found in a body can be kept in a file", () => {
  const body =
    "## A\n\n[a](/b/) [^c] ![d](e.png) [@f] <Term>g</Term> $h$ `i`\n\n[^c]: Note.\n\n<Nope />\n"
  const { tree: _tree, ...reading } = readingOf(body)
  expect(reading.problems.length).toBeGreaterThan(0)
  expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
})

const words = (count: number, word = "word") => `${word} `.repeat(count)

test("sections and subsections are headings, in order; others are not", () => {
  const body = "# One\n\n## Two\n\n### Three\n\n#### Four\n\n> ## Quoted\n\n```\n## Code\n```\n"
  expect(factsOf(body).headings).toEqual([
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
  expect(factsOf(body).minutes).toBe(minutes)
})

test.each([
  ["code", `\`\`\`\n${words(2200)}\n\`\`\``],
  ["a comment", `{/* ${words(2200)} */}`],
  ["addresses", `[a](https://example.com/${"a/".repeat(2200)})`],
  ["an attribute", `<Tag of="${words(2200)}" />`],
])("%s takes no time", (_what, body) => {
  expect(factsOf(body).minutes).toBe(1)
})

test.each([
  ["inline code", words(1100, "`a b`")],
  ["a list", words(2200, "\n- word")],
  ["a table", `| a |\n| - |\n${"| word |\n".repeat(2200)}`],
  ["a tag", `<Tag>${words(2200)}</Tag>`],
  ["a footnote", `a[^1]\n\n[^1]: ${words(2200)}`],
])("the words of %s count", (_what, body) => {
  expect(factsOf(body).minutes).toBe(10)
})

test.each([
  ["Russian", words(2200, "слово"), 10],
  ["Chinese, which has no spaces", "深度学习".repeat(1100), 10],
  ["German", words(2200, "Größe"), 10],
  ["English with a dash", `${words(1100)}– ${words(1100)}`, 10],
])("the words of %s count", (_what, body, minutes) => {
  expect(factsOf(body).minutes).toBe(minutes)
})
