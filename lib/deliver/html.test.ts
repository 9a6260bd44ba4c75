import { readFileSync } from "node:fs"
import { parse, parseFragment, serialize } from "parse5"
import { expect, test } from "vitest"
import { formatHtml, parseHtml, type Tag } from "./html"
import type { Run } from "../mdx/run"
import { factsOf } from "../testing/body"

const rewrite = (html: string, visit = (tag: Tag) => [tag]) => formatHtml(parseHtml(html, visit))

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
  const guide = readFileSync("content/pages/how-to-write-for-this-site/index.mdx", "utf8")
  // Without the languages of code, whose grammars take long to load.
  const text = guide.replace(/^---[^]*?\n---\n/, "").replaceAll(/^(`{3,}).*$/gm, "$1")
  const html = htmlIn(factsOf(text).runs)
  expect(html.join("").length).toBeGreaterThan(30_000)
  for (const run of html) expect(rewrite(run)).toBe(serialize(parseFragment(run)))
})

const htmlIn = (runs: readonly Run[]): readonly string[] =>
  runs.flatMap((run) => (typeof run === "string" ? [run] : htmlIn(run.children)))

test("what React writes in its own way is written as everywhere", () => {
  const react = `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>A &amp; &#x27;B&#x27;</title></head><body><!--$--><svg viewBox="0 0 1 1" class="a"><path d="M0 0"></path></svg><img srcSet="/a.png 1x" hidden=""/><!--/$--></body></html>`
  expect(rewrite(react)).toBe(serialize(parse(react.replaceAll(/<!--.*?-->/g, ""))))
})

test("each start tag can be seen and changed, in order, and an element taken out of its content", () => {
  const seen: string[] = []
  const html = rewrite(`<p>a<b class="> <i>">b<i>c</i></b></p>\n<script>"<p>"</script>`, (tag) => {
    seen.push(tag.name + (tag.text ?? ""))
    tag.attributes.set("n", `"${seen.length}"`)
    return tag.name === "b" ? [] : [tag]
  })
  expect(seen).toEqual(["p", "b", "i", `script"<p>"`])
  expect(html).toBe(
    `<p n="&quot;1&quot;">ab<i n="&quot;3&quot;">c</i></p>\n<script n="&quot;4&quot;">"<p>"</script>`,
  )
})

test("an element can stand for as many others as there may be", () => {
  const others = Array.from({ length: 300_000 }, () => "<br>")
  const tokens = parseHtml(`<p><ready-html></ready-html></p>`, (tag) =>
    tag.name === "p" ? [tag] : others,
  )
  expect(tokens).toHaveLength(300_002)
})

test.each([
  ["a tag that is not closed", `<p>a</p><a href="/b`, `<a href="/b`],
  ["an attribute in single quotes", `<a href='/b'>`, `<a href='/b'>`],
  ["an attribute without quotes", `<a href=/b>`, `<a href=/b>`],
  ["an element that is closed at once", `a<p/>`, `<p/>`],
  ["an end tag of another element", `<p>a<b>b</p></b>`, `</p></b>`],
  ["an end tag of none", `a</p>`, `</p>`],
  ["an element without its end tag", `<p>a`, "end"],
  ["a script without its end tag", `<script>a()`, `<script>a()`],
  ["a lone sign", `a < b`, `< b`],
])("%s is refused", (_name, html, shown) => {
  expect(() => rewrite(html)).toThrow(`Unexpected ${shown}, expected well-formed HTML`)
})

test.each([
  ["a quote that never ends", `<a b="${"c d=e ".repeat(50_000)}`],
  ["a tag that never ends", `<a ${"b ".repeat(50_000)}`],
  ["many tags that never end", "<a b".repeat(50_000)],
])("%s is refused without being read again and again", (_name, html) => {
  expect(() => rewrite(html)).toThrow("expected well-formed HTML")
})
