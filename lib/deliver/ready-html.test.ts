import { readFileSync } from "node:fs"
import { parseFragment, serialize } from "parse5"
import { expect, test, vi } from "vitest"
import { factsOf } from "../testing/body"
import { rewriteHtml } from "./ready-html"
import type { Run } from "../mdx/run"

vi.setConfig({ testTimeout: 60_000 }) // whatever else the machine is doing

const rewrite = (html: string) => rewriteHtml(html, () => undefined)

test.each([
  ["text", `a < b`.replace("<", "&#x3C;") + ` > c &#x26; d &amp;amp; é "quoted" 'too' &copy; ✔️`],
  ["spaces that do not break", `a\u00a0b<i title="a\u00a0b&#xA0;c">&nbsp;</i>`],
  ["attributes", `<a href="/a?b=1&#x26;c=2" title="a > b &#x3C; c &#x22;d&#x22; 'e'" hidden>x</a>`],
  ["attributes over several lines", `<img\n  src="/a.png"\n  alt="a\nb"\n><br>`],
  [
    "an ampersand that begins no entity",
    `<a href="?a=1&b=2&copy=3">a & b &copy=4 &#0; &bogus;</a>`,
  ],
  ["MathML", `<math display="block"><mspace width="1em"></mspace><mo>&#x3C;</mo></math>`],
  [
    "SVG",
    `<svg viewBox="0 0 1 1"><linearGradient id="a"></linearGradient><path d="M0 0"></path></svg>`,
  ],
  ["elements of our own", `<tab-group data-n="1"><h2 id="a">b</h2></tab-group>`],
  ["nothing", ""],
])("%s is written as a parser does that has read it", (_name, html) => {
  expect(rewrite(html)).toBe(serialize(parseFragment(html)))
})

test("so is all that authors can write", () => {
  const guide = readFileSync("content/posts/how-to-write-for-this-site/index.mdx", "utf8")
  // Without the languages of code, whose grammars take long to load.
  const text = guide.replace(/^---[^]*?\n---\n/, "").replaceAll(/^(`{3,}).*$/gm, "$1")
  const html = htmlIn(factsOf(text).runs)
  expect(html.join("").length).toBeGreaterThan(30_000)
  for (const run of html) expect(rewrite(run)).toBe(serialize(parseFragment(run)))
})

const htmlIn = (runs: readonly Run[]): readonly string[] =>
  runs.flatMap((run) => (typeof run === "string" ? [run] : htmlIn(run.children)))

test("each start tag can be seen and changed, in order", () => {
  const seen: string[] = []
  const html = rewriteHtml(
    `<p>a<img src="/a.png" alt="> <b>"></p>\n<math>`,
    ({ tagName, attrs }) => {
      seen.push(tagName)
      for (const attribute of attrs) attribute.value += '"'
    },
  )
  expect(seen).toEqual(["p", "img", "math"])
  expect(html).toBe(`<p>a<img src="/a.png&quot;" alt="&gt; &lt;b&gt;&quot;"></p>\n<math>`)
})

test.each([
  ["a tag that is not closed", `<p>a</p><a href="/b`, `<a href="/b`],
  ["an attribute in single quotes", `<a href='/b'>`, `<a href='/b'>`],
  ["an attribute without quotes", `<a href=/b>`, `<a href=/b>`],
  ["an element that is closed at once", `a<br/>`, `<br/>`],
  ["a comment", `a<!-- b -->`, `<!-- b -->`],
  ["a script", `a<script>b()</script>`, `<script>b()</script>`],
  ["a style", `<style>p{}</style>`, `<style>p{}</style>`],
  ["a lone sign", `a < b`, `< b`],
])("%s is refused", (_name, html, shown) => {
  expect(() => rewrite(html)).toThrow(`Unexpected ${shown} in a body, expected well-formed HTML`)
})

test.each([
  ["a quote that never ends", `<a b="${"c d=e ".repeat(50_000)}`],
  ["a tag that never ends", `<a ${"b ".repeat(50_000)}`],
  ["many tags that never end", "<a b".repeat(50_000)],
])("%s is refused without being read again and again", (_name, html) => {
  expect(() => rewrite(html)).toThrow("in a body, expected well-formed HTML")
})
