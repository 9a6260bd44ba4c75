import { expect, test } from "vitest"
import type { Work } from "../elements/citation/format"
import { factsOf } from "../testing/body"
import { fillImages } from "../elements/image/use"
import { fillSlots } from "../elements/fill-slots"
import { feedHtml } from "./html"

const works: readonly Work[] = [
  {
    key: "ba2015",
    authors: "Kingma & Ba",
    year: "2015",
    html: 'Kingma &amp; Ba. <i>Adam</i>. <a href="https://arxiv.org/abs/1412.6980">arXiv</a>',
  },
]
const glossary = [{ id: "layer", term: "layer", definition: "Units.", also: [], see: [] }]
const page = "https://example.org/blog/posts/own/"

/** A body for feeds, without line ends between elements. */
function feedOf(mdx: string, imageHtml = ""): string {
  const runs = fillImages(factsOf(mdx).runs, () => imageHtml)
  const body = fillSlots(runs, { works, glossary, targets: new Map(), language: "en" })
  return feedHtml(body, page, "https://example.org/blog").replaceAll(/>\n+(?=<)/g, ">")
}

test.each([
  ["[a](/posts/two/#b)", "https://example.org/blog/posts/two/#b"],
  ["[a](#b)", `${page}#b`],
  ["[a](https://example.com?b=c)", "https://example.com?b=c"],
  ["[a](//example.com/b)", "https://example.com/b"],
  ["[a](mailto:a@example.org)", "mailto:a@example.org"],
])("%s leads somewhere from everywhere", (link, href) => {
  expect(feedOf(link)).toBe(`<p><a href="${href}">a</a></p>`)
})

test("a heading has no sign beside it, and no id that another post may have too", () => {
  expect(feedOf("## A *b*\n\n#### C")).toBe("<h2>A <em>b</em></h2><h4>C</h4>")
})

test("a note is there once: in the list at the end, without a way back", () => {
  const html = feedOf("A[^x], b[^y].\n\n[^x]: One `note`.\n\n[^y]: Two.\n\n    More.")
  expect(html).toBe(
    `<p>A<sup><a href="${page}#note-x">1</a></sup>, b<sup><a href="${page}#fn-y">2</a></sup>.</p>` +
      "<h2>Notes</h2><ol><li><p>One <code>note</code>. </p></li>" +
      "<li><p>Two.</p><p>More. </p></li></ol>",
  )
})

test("code is text, below its title", () => {
  const code = 'const a = "<b>" // ]]>'
  const html = feedOf(`\`\`\`js title="a <b>.js" numbers {1}\n${code}\n  b()\n\`\`\``)
  expect(html).toBe(
    `<p><strong>a &#x3C;b>.js</strong></p><pre><code>const a = "&#x3C;b>" // ]]>\n  b()</code></pre>`,
  )
  expect(feedOf("```js\na\n```")).toBe("<pre><code>a</code></pre>")
  expect(feedOf("```\na\n```")).toBe("<pre><code>a</code></pre>")
  expect(feedOf('```js title="a.js" fold="All *of* it"\na\n```')).toBe(
    "<p><strong>a.js</strong></p><p><strong>All *of* it</strong></p><pre><code>a</code></pre>",
  )
})

test("changes of code are those of a diff", () => {
  expect(feedOf("```js del={1} ins={2}\na\nb\n\nc\n```")).toBe(
    "<pre><code>- a\n+ b\n  \n  c</code></pre>",
  )
})

test("remarks on code keep their numbers, and lead nowhere", () => {
  expect(feedOf("```js\na // (1)\nb\nc // (2)\n```\n\n1. First.\n2. Second.")).toBe(
    "<pre><code>a  (1)\nb\nc  (2)</code></pre><ol><li>First. </li><li>Second. </li></ol>",
  )
})

test("tabs follow one another, each below its title", () => {
  const tabs = `<Tabs group="g">
<Tab title="One">

a

</Tab>
<Tab title="Two">

b

</Tab>
</Tabs>`
  expect(feedOf(tabs)).toBe(
    "<p><strong>One</strong></p><p>a</p><p><strong>Two</strong></p><p>b</p>",
  )
})

test.each([
  ["[!NOTE]", "Note"],
  ["[!CAUTION] Hot *iron*", "Caution: Hot <em>iron</em>"],
  ["[!TIP]- Closed", "Tip: Closed"],
])("a callout %s stands apart, and says what it is", (mark, title) => {
  expect(feedOf(`> ${mark}\n> a`)).toBe(
    `<blockquote><p><strong>${title}</strong></p><p>a</p></blockquote>`,
  )
})

test("what can be opened is open", () => {
  expect(feedOf("<details>\n<summary>The *proof*</summary>\n\na\n\n</details>")).toBe(
    "<p><strong>The <em>proof</em></strong></p><p>a</p>",
  )
})

test("a quotation keeps its source, and a task says whether it is done", () => {
  expect(feedOf("> a\n>\n> — b")).toBe(
    "<figure><blockquote><p>a</p></blockquote><figcaption>— b</figcaption></figure>",
  )
  expect(feedOf("- [x] a\n- [ ] b")).toBe("<ul><li>☑ a</li><li>☐ b</li></ul>")
})

test("a table is aligned without a style, and has its caption and number", () => {
  const table = "<Table>\nWords.\n\n| a | b |\n| - | -: |\n| c | d |\n</Table>"
  expect(feedOf(table)).toBe(
    "<figure><figcaption>Table\u00A01. Words.</figcaption>" +
      '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead>' +
      '<tbody><tr><td>c</td><td align="right">d</td></tr></tbody></table></figure>',
  )
})

test("words in another language say so, and plain spans are gone", () => {
  expect(feedOf('A <span lang="ja">注意</span>, <span>b</span>.')).toBe(
    '<p>A <span lang="ja">注意</span>, b.</p>',
  )
  expect(feedOf('<div lang="ar" dir="rtl">\n\na\n\n</div>')).toBe(
    '<div lang="ar" dir="rtl"><p>a</p></div>',
  )
})

test("elements that HTML has for a purpose stay", () => {
  const line = '<kbd>A</kbd> <abbr title="B c">B</abbr> a<sup>2</sup> <mark>d</mark> ~~e~~<br />f'
  expect(feedOf(line)).toBe(
    '<p><kbd>A</kbd> <abbr title="B c">B</abbr> a<sup>2</sup> <mark>d</mark> <del>e</del><br>f</p>',
  )
  expect(feedOf("3. a\n4. b")).toBe('<ol start="3"><li>a</li><li>b</li></ol>')
})

const picture = (src: string, sources: readonly string[]) =>
  `<picture>${sources.map((srcset) => `<source type="image/x" srcset="${srcset}" sizes="9rem">`).join("")}<img src="${src}" alt="A &quot;b&quot;." loading="lazy" decoding="async" width="1728" height="560"></picture>`
const avif = "/images/a-480.avif 480w, /images/a-1080.avif 1080w"
const webp = "/images/a-480.webp 480w, /images/a-1080.webp 1080w, /images/a-1728.webp 1728w"

test.each([
  ["/images/a-fallback.png", "/images/a-fallback.png"],
  ["/images/p/a.jpeg?123.4", "/images/p/a.jpeg?123.4"],
  ["/images/a-fallback.webp", "/images/a-fallback.webp"],
  ["/images/a-fallback.avif", "/images/a-1080.webp"],
])("of a picture whose plain file is %s, one image: %s", (src, chosen) => {
  const html = feedOf(
    "![a](a.png)",
    `<a href="/posts/own/a.png" class="enlarge">${picture(src, [avif, webp])}</a>`,
  )
  expect(html).toBe(
    `<p><img src="https://example.org/blog${chosen}" alt="A &#x22;b&#x22;." width="640" height="207"></p>`,
  )
})

test("an image without files in other formats stays what it is", () => {
  const svg =
    '<img src="/images/a.svg" alt="" decoding="async" width="24" height="24" class="clear">'
  expect(feedOf("a ![b](a.svg)", svg)).toBe(
    '<p>a <img src="https://example.org/blog/images/a.svg" alt="" width="24" height="24"></p>',
  )
  const elsewhere = '<img src="https://b.example/a.png" alt="B" title="C">'
  expect(feedOf("[a ![b](c)](/d/)", elsewhere)).toBe(
    '<p><a href="https://example.org/blog/d/">a <img src="https://b.example/a.png" alt="B" title="C"></a></p>',
  )
})

test("a figure has its caption", () => {
  const html = feedOf(
    '<Figure id="f" width="wide">\n![a](a.png)\n\nThe *caption*.\n</Figure>',
    "<img src='/a.png' alt='a'>",
  )
  expect(html).toBe(
    '<figure><p><img src="https://example.org/blog/a.png" alt="a"></p><figcaption>Figure\u00A01. The <em>caption</em>.</figcaption></figure>',
  )
})

test("an equation has its number", () => {
  const html = feedOf("$$\nx\n\\label{e}\n$$\n\n[](#e)")
  expect(html).toBe(
    `<p><math display="block"><mi>x</mi></math> (1)</p><p><a href="${page}#e">Equation\u00A01</a></p>`,
  )
})

test("a tag leads to the section of the page that has it", () => {
  const outline = '<CourseOutline course="c" />'
  const link = (href: string) =>
    `<p><a href="${href}">See the outline of the course on the page of this post</a></p>`
  expect(feedOf(`${outline}\n\n## A é\n\n- a\n\n  ${outline}\n\nb`)).toBe(
    `${link(page)}<h2>A é</h2><ul><li><p>a</p>${link(`${page}#a-é`)}</li></ul><p>b</p>`,
  )
})

test("terms lead to the glossary, citations to the references, which stand at the end", () => {
  expect(feedOf("A <Term>layer</Term> [@ba2015].[^x]\n\n[^x]: b")).toBe(
    `<p>A <a href="https://example.org/blog/glossary/#layer">layer</a> (<a href="${page}#ref-ba2015">Kingma &#x26; Ba, 2015</a>).<sup><a href="${page}#note-x">1</a></sup></p>` +
      "<h2>Notes</h2><ol><li><p>b </p></li></ol>" +
      '<h2>References</h2><ul><li>Kingma &#x26; Ba. <i>Adam</i>. <a href="https://arxiv.org/abs/1412.6980">arXiv</a></li></ul>',
  )
})
