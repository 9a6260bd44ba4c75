import MiniSearch from "minisearch"
import { expect, test } from "vitest"
import { searchOptions, type Section } from "../model/search"
import { sectionsOf } from "./sections"

const page = { address: "/posts/a/", title: "A post", where: "Part 1", description: "What it is." }

test("a page is cut at its headings, and what is no text of the author's is left out", () => {
  const sections = sectionsOf(page, [
    "<p>First &amp; <em>second</em></p><div class='heading'><h2 id='layers'>Layers <b>b</b></h2></div>",
    "<p>Text<a class='note-ref' href='#note-1'>1</a></p><svg><text>drawn</text></svg><select><option>no</option></select>",
    "<math><semantics><mrow><mi>x</mi></mrow><annotation>x^2</annotation></semantics></math>",
    "<h3 id='deep'>Deep</h3><pre><code>import torch</code></pre><ul><li>one</li><li>two</li></ul>",
  ])
  expect(sections.map(({ excerpt: _excerpt, ...section }) => section)).toEqual([
    {
      id: "/posts/a/",
      title: "A post",
      heading: "",
      text: "What it is. First & second",
      where: "Part 1",
    },
    {
      id: "/posts/a/#layers",
      title: "A post",
      heading: "Layers b",
      text: "Text x^2",
      where: "Part 1",
    },
    {
      id: "/posts/a/#deep",
      title: "A post",
      heading: "Deep",
      text: "import torch one two",
      where: "Part 1",
    },
  ])
})

test("of a long text as many words are shown as fit", () => {
  const [section] = sectionsOf({ ...page, description: "" }, [`<p>${"word ".repeat(100)}</p>`])
  expect(section?.text.length).toBe(499)
  expect(section?.excerpt).toMatch(/^(?:word )+…$/)
  expect(section?.excerpt.length).toBeLessThanOrEqual(162)
})

const texts = [
  "A convolutional network slides small filters over a picture.",
  "The transformer attends to all positions at once.",
  "Gradients vanish or explode; clipping helps against the latter.",
  "Überraschung und naïve Grüße.",
  "畳み込みニューラルネットワークは画像を扱う。",
  "Adam takes averages of gradients and their squares.",
]

const index = new MiniSearch<Section>(searchOptions)
index.addAll(
  texts.map((text, id) => ({
    id: String(id),
    title: "A post",
    heading: "",
    text,
    excerpt: "",
    where: "",
  })),
)

test.each([
  ["convolution network", 0],
  ["transfromer", 1],
  ["convolutional networks", 0],
  ["gradient clipping", 2],
  ["naive gruße", 3],
  ["ニューラル", 4],
  ["averges of gradients", 5],
  ["画像", 4],
  ["SQUARES", 5],
  ["vanishes", 2],
])("%s is found in text %i", (query, expected) => {
  expect(index.search(query)[0]?.id).toBe(String(expected))
})

test.each(["<b>'\"&", "\u0000\u202E", "x".repeat(10_000), "   ", "((("])(
  "a query that is no words finds nothing, and fails on nothing: %j",
  (query) => {
    expect(index.search(query)).toEqual([])
  },
)
