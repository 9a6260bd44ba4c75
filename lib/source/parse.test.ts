import type { Nodes } from "mdast"
import { expect, test } from "vitest"
import { visit } from "unist-util-visit"
import { idOf, parseMdx, textOf } from "./parse"

/** Id and text of every heading, in order. */
function headingsOf(body: string) {
  const headings: [string, string][] = []
  visit(parseMdx(body), "heading", (heading) => {
    headings.push([idOf(heading), textOf(heading)])
  })
  return headings
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
  expect(headingsOf(body)).toEqual([[id, text]])
})

test("headings of one text get ids of their own, of whatever depth", () => {
  const ids = headingsOf("## A\n\n### A\n\n# A\n\n## A-1").map(([id]) => id)
  expect(ids).toEqual(["a", "a-1", "a-2", "a-1-1"])
})

test("one body does not count the headings of another", () => {
  expect(headingsOf("## A")).toEqual(headingsOf("## A"))
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
  expect(shapeOf(parseMdx(body))).toEqual(shape)
})

test.each([
  ["a {b\n\nc", "1:3"],
  ["a\n\nb <c", "3:3"],
  ["a\n\n  {/* b\n\nc\n", "3:3"],
  ["`{` \\{ {a b}", "1:8"],
  ["a\n\nimport b", "3:1"],
])("of %j, which cannot be read, it says where that begins", (body, place) => {
  expect(() => parseMdx(body)).toThrow(
    expect.objectContaining({
      opening: expect.objectContaining({
        line: Number(place.split(":")[0]),
        column: Number(place.split(":")[1]),
      }),
    }),
  )
})
