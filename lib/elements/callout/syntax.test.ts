import { expect, test } from "vitest"
import { factsOf } from "../../testing/body"

const wholeHtmlOf = (body: string) =>
  factsOf(body)
    .runs.filter((run) => typeof run === "string")
    .join("")

/** A body's HTML, without signs and line ends. */
const htmlOf = (body: string) => wholeHtmlOf(body).replaceAll(/<svg.*?<\/svg>|\n/g, "")

const note = '<aside class="callout callout-note" role="note" aria-label="Note">'

test.each(["> [!NOTE]\n> Text.", "> [!note]\n>\n> Text.", "> [!Note] \n> Text."])(
  "%j is a note",
  (body) => {
    expect(htmlOf(body)).toBe(`${note}<p class="callout-title">Note</p><p>Text.</p></aside>`)
  },
)

test.each(["note", "tip", "important", "warning", "caution"])(
  "a %s has a sign and a word for those who cannot see its colour",
  (kind) => {
    const html = wholeHtmlOf(`> [!${kind}]\n> Text.`)
    const word = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
    expect(html).toContain(
      `<aside class="callout callout-${kind}" role="note" aria-label="${word}">`,
    )
    expect(html).toMatch(/<p class="callout-title"><svg viewBox="0 0 16 16".*<path d=".*<\/svg>/)
    expect(html).toContain(`</svg>${word}</p>`)
  },
)

test("a title of its own may hold marks; the kind is said before it", () => {
  expect(htmlOf("> [!NOTE] A *title* of `its` own\n> Text\n> on.")).toBe(
    `${note}<p class="callout-title"><span class="sr-only">Note: </span>A <em>title</em> of <code>its</code> own</p>` +
      "<p>Texton.</p></aside>",
  )
})

test("a title alone", () => {
  expect(htmlOf("> [!NOTE] Only this")).toBe(
    `${note}<p class="callout-title"><span class="sr-only">Note: </span>Only this</p></aside>`,
  )
})

test("two blanks at the end of its line are not part of a title", () => {
  expect(htmlOf("> [!NOTE] Title  \n> Text.")).toContain("Title</p><p>Text.</p>")
})

test("one that folds is closed at first, or open", () => {
  expect(htmlOf("> [!TIP]- Why\n> Text.")).toBe(
    '<details class="callout callout-tip"><summary class="callout-title">' +
      '<span class="sr-only">Tip: </span>Why</summary><p>Text.</p></details>',
  )
  expect(htmlOf("> [!TIP]+\n> Text.")).toBe(
    '<details class="callout callout-tip" open><summary class="callout-title">Tip</summary><p>Text.</p></details>',
  )
})

test("it holds any blocks, other callouts too", () => {
  const html = htmlOf("> [!NOTE]\n> - a\n>\n> ```\n> code\n> ```\n>\n> > [!TIP]\n> > Text.")
  expect(html).toContain("<ul><li>a</li></ul>")
  expect(html).toContain("<code>code</code>")
  expect(html).toContain('<aside class="callout callout-tip" role="note" aria-label="Tip">')
})

test("it may stand in a list", () => {
  expect(htmlOf("- a\n\n  > [!NOTE]\n  > Text.")).toContain(`<p>a</p>${note}`)
})

test.each(["> Text [!NOTE]", "> *[!NOTE]*", "> \\[!NOTES\\]", "> Text.\n>\n> [!NOTE]"])(
  "%j is a quotation",
  (body) => {
    expect(htmlOf(body)).toMatch(/^<blockquote>/)
  },
)
