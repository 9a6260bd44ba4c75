import { expect, test } from "vitest"
import { factsOf } from "../../testing/body"

/** A body of nothing but HTML. */
function htmlOf(body: string): string {
  const runs = factsOf(body).runs
  return runs
    .map((run) => (typeof run === "string" ? run : ""))
    .join("")
    .replaceAll("\n", "")
}

/** Names and texts of the copies of notes, in order. */
const copiesIn = (html: string) =>
  [
    ...html.matchAll(
      /<span class="note" id="([^"]*)" role="note" hidden="until-found">(.*?)<\/span>(?=[.,\s<])/g,
    ),
  ].map(([, id, text]) => `${id}: ${text?.replaceAll(/<[^>]*>/g, "")}`)

const numberOf = (name: string, number: number, target = `note-${name}`) =>
  `<a href="#${target}" id="fnref-${name}" data-footnote-ref class="note-ref" aria-label="Note ${number}">${number}</a>`

test("a note of one paragraph has a copy right behind its number", () => {
  const html = htmlOf("A[^x], b[^y].\n\n[^y]: Two.\n\n[^x]: *One* `note`.")
  expect(html).toContain(
    `A<sup>${numberOf("x", 1)}</sup><span class="note" id="note-x" role="note" hidden="until-found">`,
  )
  expect(html).toContain(`, b<sup>${numberOf("y", 2)}</sup><span class="note" id="note-y"`)
  expect(copiesIn(html)).toEqual(
    ["note-x: 1", "note-y: 2"].map((id) => expect.stringContaining(id)),
  )
  expect(html).toContain('<section data-footnotes class="footnotes notes-beside">')
  expect(html).toContain('<li id="fn-x" value="1" class="note-beside"><p><em>One</em>')
})

test.each([
  ["a list", "- a\n    - b"],
  ["two paragraphs", "One.\n\n    Two."],
  ["code", "\n\n    ```\n    a\n    ```"],
  ["a table", "\n\n    | a |\n    | - |"],
])("a note of %s is in the list only, where its number leads", (_what, text) => {
  const html = htmlOf(`A[^x] b[^y]\n\n[^x]: ${text}\n\n[^y]: Line.`)
  expect(html).toContain(`<sup>${numberOf("x", 1, "fn-x")}</sup> b`)
  expect(html).toContain('<section data-footnotes class="footnotes">')
  expect(html).toContain('<li id="fn-x" value="1">')
  expect(html).toContain('<li id="fn-y" value="2" class="note-beside">')
})

test.each([
  ["a heading", "## A[^x]"],
  ["a table", "| A[^x] |\n| - |\n| b |"],
])("from %s a number leads to the list", (_what, body) => {
  const html = htmlOf(`${body}\n\n[^x]: Line.`)
  expect(html).toContain(numberOf("x", 1, "fn-x"))
  expect(html).not.toContain("note-beside")
  expect(html).not.toContain('class="note"')
})

test("a note that is called twice has a copy at each place, with an id of its own", () => {
  const html = htmlOf("A[^x]. B[^x].\n\n[^x]: Line.")
  expect([...html.matchAll(/<span class="note" id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    "note-x",
    "note-x-2",
  ])
})

test("a copy shares no id with the note", () => {
  const html = htmlOf("A[^x] [@a].\n\n[^x]: By [@a] and @b.")
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
