import { expect, test } from "vitest"
import { factsOf } from "../../testing/body"

const htmlOf = (body: string) =>
  factsOf(body)
    .runs.filter((run) => typeof run === "string")
    .join("")
    .replaceAll("\n", "")
const figure = (source: string, quoted = "<p>Text.</p>") =>
  `<figure class="quote"><blockquote>${quoted}</blockquote><figcaption>${source}</figcaption></figure>`

test.each([
  ["in the last line", "> Text.\n> — Ada", figure("— Ada")],
  ["after a hard line end", "> Text.\\\n> — Ada", figure("— Ada")],
  ["in a paragraph of its own", "> Text.\n>\n> — Ada", figure("— Ada")],
  [
    "with marks and a link",
    "> Text.\n> — Ada, *[Notes](/n/)*",
    figure('— Ada, <em><a href="/n/">Notes</a></em>'),
  ],
  ["after several blocks", "> - a\n>\n> — Ada", figure("— Ada", "<ul><li>a</li></ul>")],
  ["that begins with hyphens", "> Text.\n> --- Ada", figure("— Ada")],
])("a source %s", (_where, body, html) => {
  expect(htmlOf(body)).toBe(html)
})

test("a quotation within one has a source of its own", () => {
  expect(htmlOf("> > Text.\n> > — Ada\n>\n> Text.\n> — Grace")).toBe(
    figure("— Grace", `${figure("— Ada")}<p>Text.</p>`),
  )
})

test.each([
  "> Text.",
  "> — Ada",
  "> Text — Ada",
  "> Text.\n> —Ada",
  "> Text.\n> — Ada\n> said.",
  "> Text.\n> - Ada",
])("%j names no source", (body) => {
  expect(htmlOf(body)).toMatch(/^<blockquote>.*<\/blockquote>$/)
})

test("a callout is not a quotation", () => {
  expect(htmlOf("> [!NOTE]\n> Text.\n> — Ada")).not.toContain("<figure")
})
