import { expect, test } from "vitest"
import { factsOf } from "../../testing/body"

const htmlOf = (body: string, language = "en") =>
  factsOf(body, language)
    .runs.filter((run) => typeof run === "string")
    .join("")
    .replaceAll("\n", "")

test.each([
  ['"*word*" and *"word"*', "<p>“<em>word</em>” and <em>“word”</em></p>"],
  ['"`a--b`", `it\'s`', "<p>“<code>a--b</code>”, <code>it's</code></p>"],
  ['He said\n"so"\\\n"no"', "<p>He said“so”<br>“no”</p>"],
  ["<kbd>'</kbd> isn't", "<p><kbd>'</kbd> isn’t</p>"],
  ['{\'"\'}a{"..."}', '<p>"a...</p>'],
  [
    "https://a.example/b--c...d isn't",
    '<p><a href="https://a.example/b--c...d">https://a.example/b--c...d</a> isn’t</p>',
  ],
  ['["it\'s"](/a--b/ "it\'s")', '<p><a href="/a--b/" title="it&#x27;s">“it’s”</a></p>'],
  [
    'A <span lang="de">"so"</span>, <span lang="fr">"so"</span>',
    '<p>A <span lang="de">„so“</span>, <span lang="fr">"so"</span></p>',
  ],
  ['```\n"a" -- b\n```', /<code>"a" -- b<\/code>/],
  ["> [!NOTE] It's so\n> It's.", /It’s so<\/p><p>It’s\.<\/p>/],
  ["| a's |\n| - |\n| --- |", /<th>a’s<\/th>.*<td>—<\/td>/],
])("%j", (body, html) => {
  expect(htmlOf(body).replaceAll(/ (?:role|aria-label|tabindex)="[^"]*"/g, "")).toEqual(
    typeof html === "string" ? html : expect.stringMatching(html),
  )
})

test("a note beside the text is no part of the quotation around it", () => {
  const html = htmlOf('"A[^a] b," she said.\n\n[^a]: "So" it is.')
  expect(html).toMatch(/^<p>“A<sup>.*“So” it is\..* b,” she said\.<\/p>.*“So” it is\./)
})

test("a heading keeps the id of what is typed", () => {
  const body = '## Ng\'s *"way"* -- `...a`\n'
  expect(factsOf(body).headings).toEqual([
    { depth: 2, id: "ngs-way----a", text: "Ng’s “way” – ...a" },
  ])
  expect(htmlOf(body)).toContain('<h2 id="ngs-way----a">Ng’s <em>“way”</em> – <code>...a</code>')
})

test("a site in a language whose marks are unknown stays as it is typed", () => {
  expect(htmlOf('"l\'eau" -- là', "fr")).toBe('<p>"l\'eau" -- là</p>')
})
