import { expect, test } from "vitest"
import type { Work } from "../elements/citation/format"
import { factsOf } from "../testing/body"
import { fillSlots, type Body } from "./fill-slots"

const works: readonly Work[] = [
  { key: "ba2015", authors: "Kingma & Ba", year: "2015", html: "Kingma, D., &#38; Ba, J." },
  { key: "vaswani2017", authors: "Vaswani et al.", year: "2017a", html: "Vaswani, A." },
]
const glossary = [
  { id: "layer", term: "layer", definition: 'Units "side" & side.', also: ["Layers"], see: [] },
]

const bodyOf = (body: string) =>
  fillSlots(factsOf(body).runs, { works, glossary, targets: new Map(), language: "en" })

const htmlOf = ({ runs }: Body) =>
  runs.map((run) => (typeof run === "string" ? run : JSON.stringify(run))).join("")

/** A body of one paragraph as HTML, with links as [text](target). */
const lineOf = (body: string) =>
  htmlOf(bodyOf(body))
    .replaceAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/g, "[$2]($1)")
    .replaceAll("&nbsp;", "~")
    .replaceAll(/<\/?p>/g, "")

const ba = (label: string) => `[${label}](#ref-ba2015)`
const vaswani = (label: string) => `[${label}](#ref-vaswani2017)`

test.each([
  ["[@ba2015]", `(${ba("Kingma &amp; Ba, 2015")})`],
  ["@ba2015 say", `${ba("Kingma and Ba (2015)")} say`],
  ["[-@ba2015]", `(${ba("2015")})`],
  ["@vaswani2017", vaswani("Vaswani et~al. (2017a)")],
  [
    "[see @vaswani2017, pp. 3-5; @ba2015, sec. 2]",
    `(see ${vaswani("Vaswani et~al., 2017a")}, pp. 3–5; ${ba("Kingma &amp; Ba, 2015")}, sec. 2)`,
  ],
  ["[\\<b> @ba2015, \\<i>]", `(&lt;b&gt; ${ba("Kingma &amp; Ba, 2015")}, &lt;i&gt;)`],
  ["[@nobody, \\<i>]", "(@nobody, &lt;i&gt;)"],
  ["A <Term>layer</Term>.", "A [layer](/glossary/#layer)."],
  ['<Term name="Layer">*deep* ones</Term>', "[<em>deep</em> ones](/glossary/#layer)"],
  ["<Term>nobody</Term>", "nobody"],
])("%s", (body, line) => {
  expect(lineOf(body)).toBe(line)
})

test("a term has its definition with it", () => {
  expect(htmlOf(bodyOf("<Term>layers</Term>"))).toContain(
    'data-definition="Units &quot;side&quot; &amp; side."',
  )
})

test("works are listed in their order, with the places that cite them", () => {
  const { works: cited, runs } = bodyOf(
    "[@vaswani2017]\n\n- *@ba2015*[^1]\n- [@ba2015]\n\n[^1]: By [@vaswani2017].",
  )
  expect(cited.map(({ key, from }) => [key, from])).toEqual([
    ["ba2015", ["cite-1-ba2015", "cite-2-ba2015"]],
    ["vaswani2017", ["cite-1-vaswani2017", "fnref-1"]],
  ])
  const html = htmlOf({ runs, works: cited })
  for (const id of cited.flatMap(({ from }) => from))
    expect(html.split(` id="${id}"`)).toHaveLength(2)
})

test("works that are not cited are not listed", () => {
  expect(bodyOf("Text").works).toEqual([])
})

test("a citation in what React renders is filled too", () => {
  const { runs, works: cited } = bodyOf("- [@ba2015]\n\n  ![a](b.png)\n")
  expect(JSON.stringify(runs)).toContain("#ref-ba2015")
  expect(cited).toHaveLength(1)
})
