import { toHtml } from "hast-util-to-html"
import { expect, test } from "vitest"
import { chapterFrom, idOf } from "./chapter"

const chapterOf = (content: string) => {
  const { content: nodes, ...rest } = chapterFrom(
    `<html><body><header>Menu</header><main id="content">${content}</main></body></html>`,
    {
      linkOf: (address) => `to:${address}`,
      pictureOf: (src) => (src === "/images/a.png" ? "images/a.png" : undefined),
    },
  )
  return { ...rest, html: toHtml(nodes) }
}

test("a chapter has what is on paper, and nothing of what only a browser can do", () => {
  const { html, title, sections } = chapterOf(
    `<h1>One</h1><nav>In parts</nav><p class="print:hidden">Screen</p><button>Press</button>
    <header class="heading"><h2 id="2-a b">Two</h2><a class="anchor" href="#2-a%20b">#</a></header>
    <tab-group><div class="tab-list">x</div><p class="tab-title">Python</p><p>Body</p></tab-group>
    <details open><summary>More</summary><p>Hidden</p></details>
    <div class="post-end">Cite</div><script>alert(1)</script>`,
  )
  expect(html.replaceAll(/\s+/g, " ").trim()).toBe(
    '<h1>One</h1> <header class="heading"><h2 id="_2-a_b">Two</h2></header> <div><p class="tab-title">Python</p><p>Body</p></div> <div><p>More</p><p>Hidden</p></div>',
  )
  expect({ title, sections }).toEqual({ title: "One", sections: [{ id: "_2-a_b", title: "Two" }] })
})

test("notes stand at the end, and the numbers in the text lead there", () => {
  const { html } = chapterOf(
    `<p>A<sup><a href="#note-x" class="note-ref">1</a></sup><span class="note" id="note-x">Beside</span></p>
    <section class="footnotes"><li id="fn-x">Below <a class="data-footnote-backref" href="#fnref-x">↩</a></li></section>`,
  )
  expect(html).toContain('<a href="to:#fn-x" class="note-ref" epub:type="noteref">1</a>')
  expect(html).toContain('<li id="fn-x">Below </li>')
  expect(html).not.toContain("Beside")
})

test("what is not there is led to: pictures of other hosts, what moves, and what is in a frame", () => {
  expect(chapterOf('<img src="/images/a.png" alt="A" srcset="/images/b.png 2x">').html).toBe(
    '<img src="images/a.png" alt="A">',
  )
  expect(chapterOf('<img src="https://else.example/a.png" alt="A &amp; B">').html).toBe(
    '<a href="to:https://else.example/a.png">A &#x26; B</a>',
  )
  expect(chapterOf('<video><source src="/posts/a/film.mp4"></video>').html).toBe(
    '<p><a href="to:/posts/a/film.mp4">/posts/a/film.mp4</a></p>',
  )
  expect(chapterOf('<iframe src="https://a.example/" title="A film"></iframe>').html).toBe(
    '<p><a href="to:https://a.example/">A film</a></p>',
  )
})

test("what only styles set apart is set apart by signs, and drawings say how they look", () => {
  const { html } = chapterOf(
    '<p class="meta"><time>1 May</time><span>9 min</span><span><span data-read="a">read</span></span></p><svg><g class="plot-line-2"><path d="M0 0"></path></g></svg>',
  )
  expect(html).toContain("<time>1 May</time> · <span>9 min</span></p>")
  expect(html).toContain('<g fill="none" stroke="#b14d00"')
})

test("a formula brings its TeX with it, for who has it read aloud", () => {
  const { html } = chapterOf(
    '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation></semantics></math>',
  )
  expect(html).toContain('alttext="x"')
  expect(html).not.toContain("annotation")
})

test.each([
  ["a", "a"],
  ["2-a", "_2-a"],
  ["a b:c", "a_b_c"],
  ["für", "für"],
])("the id %s is %s in XML", (id, name) => {
  expect(idOf(id)).toBe(name)
})

test("what is no page of the site is refused", () => {
  const binding = { linkOf: String, pictureOf: () => undefined }
  expect(() => chapterFrom("<p>Other</p>", binding)).toThrow(/expected an element #content/)
})
