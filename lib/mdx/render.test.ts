import { parseFragment, serialize, type DefaultTreeAdapterMap } from "parse5"
import { createElement, type ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { factsOf } from "../testing/body"
import { renderRuns, type MdxComponents } from "./render"

const components = {
  Tag: ({ of, children }: { of?: unknown; children?: ReactNode }) =>
    createElement("section", null, of === undefined ? null : JSON.stringify(of), children),
}
/** A body as a finished page has it, without line ends between elements. */
function htmlOf(body: string, more: MdxComponents = {}): string {
  const runs = factsOf(body).runs
  const html = renderToStaticMarkup(
    createElement("main", null, renderRuns(runs, { ...components, ...more })),
  )
  return serialize(unwrapped(parseFragment(html.slice("<main>".length, -"</main>".length))))
    .replaceAll("\n", "")
    .replaceAll(/<a href="#[^"]*" class="anchor"[^>]*>#<\/a>/g, "")
}

type Parent = DefaultTreeAdapterMap["parentNode"]

/** Puts what is in each run of HTML in the run's place, as the delivery does. */
function unwrapped<Node extends Parent>(parent: Node): Node {
  parent.childNodes = parent.childNodes.flatMap((node) => {
    if (!("attrs" in node)) return node
    const inner = unwrapped(node)
    return inner.attrs.some(({ name }) => name === "data-run") ? inner.childNodes : inner
  })
  return parent
}

test("a table, with its alignment", () => {
  expect(htmlOf("| a | b |\n| - | -: |\n| 1 | 2 |")).toBe(
    '<div class="scroll" role="group" aria-label="Table" tabindex="0">' +
      '<table><thead><tr><th>a</th><th data-align="right">b</th></tr></thead>' +
      '<tbody><tr><td>1</td><td data-align="right">2</td></tr></tbody></table></div>',
  )
})

test("a footnote leads to its note and back, under a heading that a reader sees", () => {
  const html = htmlOf("A[^x]\n\n[^x]: Note.")
  expect(html).toContain('<a href="#note-x" id="fnref-x" data-footnote-ref=""')
  expect(html).toContain('<li id="fn-x" value="1" class="note-beside"><p>Note. <a href="#fnref-x"')
  expect(html).toMatch(/<h2[^>]*id="footnote-label"[^>]*>Notes<\/h2>/)
  expect(html).not.toContain("sr-only")
})

test("a callout around a tag, which React renders, keeps its name and its kind", () => {
  expect(htmlOf("> [!TIP]\n>\n> <Tag />")).toContain(
    '<aside class="callout callout-tip" role="note" aria-label="Tip"><p class="callout-title">',
  )
})

test("strikethrough, task lists and bare addresses", () => {
  expect(htmlOf("~~a~~ https://example.com")).toBe(
    '<p><del>a</del> <a href="https://example.com">https://example.com</a></p>',
  )
  const tasks = htmlOf("- [x] a\n- [ ] b").replaceAll(/ viewBox.*?<\/svg>/g, "")
  expect(tasks).toContain('<svg class="task task-done" role="img" aria-label="Done:" a</li>')
  expect(tasks).toContain('<svg class="task" role="img" aria-label="To do:" b</li>')
})

test("headings have the ids that the facts say, duplicates too", () => {
  const body = '## Größe & *Form*\n\n### `Code`\n\n## Größe & Form\n\n## Sign {"{"} {/* no */}\n'
  const ids = [...htmlOf(body).matchAll(/<h[23] id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toEqual(["größe--form", "code", "größe--form-1", "sign--"])
  expect(factsOf(body).headings.map(({ id }) => id)).toEqual(ids)
})

test.each([
  ["<Tag />", "<section></section>"],
  ["a\n\n<Tag>b</Tag>\n\nc", "<p>a</p><section>b</section><p>c</p>"],
  ["<Tag>\n\nb\n\n</Tag>", "<section><p>b</p></section>"],
  ["Press <kbd>A</kbd>", "<p>Press <kbd>A</kbd></p>"],
  ["<kbd>A</kbd>", "<p><kbd>A</kbd></p>"],
  ["a<br />b", "<p>a<br>b</p>"],
  [
    "<details open>\n<summary>a</summary>\n\nb\n</details>",
    '<details open=""><summary>a</summary><p>b</p></details>',
  ],
  ["<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>", "<dl><dt>a</dt><dd>b</dd></dl>"],
  ['<abbr title="a b">c</abbr>', '<p><abbr title="a b">c</abbr></p>'],
])("%j: a tag alone is a block, an element in a line stays there", (body, html) => {
  expect(htmlOf(body)).toBe(html)
})

test.each([
  ['of="a"', '"a"'],
  ["of={3}", "3"],
  ["of={[1, {a: null}]}", '[1,{"a":null}]'],
  ["of", "true"],
  ["of={false}", "false"],
])("an attribute is handed to its tag: %s", (attribute, value) => {
  const html = htmlOf(`<Tag ${attribute} />`)
  expect(html.replaceAll("&quot;", '"')).toBe(`<section>${value}</section>`)
})

test.each([
  ["a{/* no */}b", "<p>ab</p>"],
  ["{/* no */}", ""],
  ['{"{"}a{"}"}', "<p>{a}</p>"],
  ['b {"<b>"} {2}', "<p>b &lt;b&gt; 2</p>"],
])("%s: a comment renders nothing, text renders itself", (body, html) => {
  expect(htmlOf(body)).toBe(html)
})

test.each(["{a}", "{1 + 1}", "<Tag of={a} />", "<Tag {...a} />", "<Nobody />"])(
  "%s is not run",
  (body) => {
    expect(() => htmlOf(body)).toThrow()
  },
)

test("no JavaScript and no HTML comes of text", () => {
  expect(htmlOf("a \\<script>alert(1)\\</script> & b")).toBe(
    "<p>a &lt;script&gt;alert(1)&lt;/script&gt; &amp; b</p>",
  )
  expect(htmlOf("```html\n<script>\n```")).toBe(
    '<figure class="code" data-language="HTML">' +
      '<pre role="group" aria-label="HTML code" tabindex="0"><code class="language-html">' +
      '&lt;<span class="tk">script</span>&gt;</code></pre></figure>',
  )
})

test("a tag in a list or a quotation keeps its place", () => {
  expect(htmlOf("- a\n\n  <Tag />\n\n  b\n- *c*\n")).toBe(
    "<ul><li><p>a</p><section></section><p>b</p></li><li><p><em>c</em></p></li></ul>",
  )
  expect(htmlOf("> a\n>\n> <Tag>\n> b\n> </Tag>\n")).toBe(
    "<blockquote><p>a</p><section><p>b</p></section></blockquote>",
  )
})

test("only what React renders is left to it", () => {
  expect(factsOf("## a\n\nb *c*\n\n<kbd>d</kbd>\n").runs.map((run) => typeof run)).toEqual([
    "string",
  ])
  const runs = factsOf("a\n\n<Tag of={[1]} />\n\nb\n").runs
  expect(runs.filter((run) => typeof run !== "string")).toEqual([
    { name: "Tag", props: { of: [1] }, children: [] },
  ])
})

test("Windows line ends change nothing", () => {
  const body = "## A\n\nb\nc\n\n- d\n- e\n\n```\nf\ng\n```\n\n<Tag>\n\nh\n\n</Tag>\n"
  expect(htmlOf(body.replaceAll("\n", "\r\n")).replaceAll("\r", "")).toBe(htmlOf(body))
})
