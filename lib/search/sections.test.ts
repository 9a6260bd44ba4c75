import { expect, test } from "vitest"
import { sectionsOf } from "./sections"

test("a page is cut at its headings, and what is no text of the author's is left out", () => {
  const sections = sectionsOf(
    [
      "<p>First &amp; <em>second</em></p><div class='heading'><h2 id='layers'>Layers <b>b</b></h2></div>",
      "<p>Text<a class='note-ref' href='#note-1'>1</a></p><svg><text>drawn</text></svg><select><option>no</option></select>",
      "<math><semantics><mrow><mi>x</mi></mrow><annotation>x^2</annotation></semantics></math>",
      "<h3 id='deep'>Deep</h3><pre><code>import torch</code></pre><ul><li>one</li><li>two</li></ul>",
    ],
    "What it is. ",
  )
  expect(sections.map(({ excerpt: _excerpt, ...section }) => section)).toEqual([
    {
      id: undefined,
      heading: "",
      text: "What it is. First & second",
    },
    {
      id: "layers",
      heading: "Layers b",
      text: "Text x^2",
    },
    {
      id: "deep",
      heading: "Deep",
      text: "import torch one two",
    },
  ])
})

test("of a long text as many words are shown as fit", () => {
  const [section] = sectionsOf([`<p>${"word ".repeat(100)}</p>`])
  expect(section?.text.length).toBe(499)
  expect(section?.excerpt).toMatch(/^(?:word )+…$/)
  expect(section?.excerpt.length).toBeLessThanOrEqual(162)
})
