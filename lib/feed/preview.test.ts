import { expect, test } from "vitest"
import { previewHtml } from "./preview"

const body = [
  '<header class="heading"><h2 id="one">One</h2><a href="#one" class="anchor"></a></header>\n<p>First <em>words</em><sup><a href="#note-n" class="note-ref">1</a></sup><span class="note">Beside</span>, <a href="/x/">a link</a>.</p>\n<p>Second.</p>',
  '<h3 id="empty">Empty</h3><h3 id="next">Next</h3><p id="here">Here.</p>',
  '<figure id="shapes" class="figure figure-table"><figcaption>Table 1. Shapes</figcaption><div><table><tbody><tr><td>1</td></tr></tbody></table></div></figure>',
  '<figure id="picture" class="figure"><img src="/a.png"><figcaption>Figure 1. A picture</figcaption></figure>',
  '<div class="equation" id="eq"><div class="equation-box"><math><mi>x</mi></math></div></div>',
  { name: "div", props: {}, children: ['<p id="in-a-tag">In a tag</p>'] },
]

test.each([
  ["one", "<p>First <em>words</em>, a link.</p>"],
  ["empty", ""],
  ["next", "<p>Here.</p>"],
  ["here", "<p>Here.</p>"],
  ["shapes", "<table><tbody><tr><td>1</td></tr></tbody></table>"],
  ["picture", "<p>Figure 1. A picture</p>"],
  ["eq", "<math><mi>x</mi></math>"],
  ["in-a-tag", "<p>In a tag</p>"],
  ["nowhere", ""],
  ['a"b', ""],
])("what is at #%s", (id, html) => {
  expect(previewHtml(body, id)).toBe(html)
})

test("a long paragraph is cut between words, and never within a tag", () => {
  const html = previewHtml([`<p id="long">${"many <b>words</b> ".repeat(200)}</p>`], "long")
  expect(html).toMatch(/^<p>many words .* …<\/p>$/)
  expect(html.length).toBeLessThan(400)
})
