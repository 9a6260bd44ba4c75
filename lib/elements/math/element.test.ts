import { walkBody } from "../../mdx/walk"
import { expect, test } from "vitest"
import { factsOf } from "../../testing/body"
import { treeOf } from "../../testing/parsed"
import { fillSlots } from "../fill-slots"

/** The formulas of a body: displayed ones between $$. */
function formulasIn(body: string): readonly string[] {
  const formulas: string[] = []
  walkBody(treeOf(body), [
    {
      nodes: {
        inlineMath: ({ value }) => void formulas.push(value),
        math: ({ value }) => void formulas.push(`$$${value}$$`),
      },
    },
  ])
  return formulas
}

const htmlOf = (body: string) =>
  factsOf(body)
    .runs.map((run) => (typeof run === "string" ? run : `<${run.name}>`))
    .join("")

test.each([
  ["$x$", ["x"]],
  ["a$x$b", ["x"]],
  ["It costs $5 and $10.", []],
  ["It costs $5, and $x$ is free.", ["x"]],
  ["From 5$ to 10$.", []],
  ["a $ b $ c", []],
  ["$x $ and $y$", ["y"]],
  ["\\$x$ and $y$", ["y"]],
  ["`$x$` and\n\n    $y$\n\n```\n$z$\n```", ["y"]],
  ["$\\$5$", ["\\$5"]],
  ["$\\frac{1}{2} < {x}$", ["\\frac{1}{2} < {x}"]],
  ["$a\nb$", ["a\nb"]],
  ["$a\n\nb$", []],
  ["*a $b* c$ d*", ["b* c"]],
  ["| $a$ |\n| - |\n| $b$ |", ["a", "b"]],
])("one dollar: %j", (body, formulas) => {
  expect(formulasIn(body)).toEqual(formulas)
})

test.each([
  ["$$ x $$", ["$$ x $$"]],
  ["$$\nx\n$$", ["$$x$$"]],
  ["$$ a\n+ b $$", ["$$ a\n+ b $$"]],
  ["Text\n$$\n{x} < y\n$$\ntext", ["$${x} < y$$"]],
  ["> $$\n> a\n> b\n> $$", ["$$a\nb$$"]],
  ["- $$\n  a\n  $$\n- b", ["$$a$$"]],
  ["$$\n\\text{\\$5}\n$$", ["$$\\text{\\$5}$$"]],
  ["$$\na\n$$\n$$\nb\n$$", ["$$a$$", "$$b$$"]],
  ["$$\r\na\r\n$$\r\n", ["$$a$$"]],
])("two dollars: %j", (body, formulas) => {
  expect(formulasIn(body)).toEqual(formulas)
})

test("a formula is MathML without style attributes", () => {
  expect(htmlOf("$\\frac{1}{2}$")).toBe(
    '<p><math><semantics><mfrac><mn>1</mn><mn>2</mn></mfrac><annotation encoding="application/x-tex">\\frac{1}{2}</annotation></semantics></math></p>',
  )
  const html = htmlOf(
    "$$\n\\begin{pmatrix} \\hat a & 2 \\\\ 3 & 4 \\end{pmatrix} \\begin{cases} 1 & x \\\\ 0 & y \\end{cases} \\begin{aligned} a &= b \\end{aligned} \\boxed{z} \\underbrace{x}_{y}\n$$",
  )
  expect(html).toContain("<mtable")
  expect(html).not.toContain(' style="')
})

test("a displayed formula scrolls in a box that the keyboard reaches, its number beside it", () => {
  const html = htmlOf("$$\nx\n\\label{one}\n$$\n\n$$ y $$\n\n$$ z \\label{two} $$")
  expect(html).toMatch(
    /^<div class="equation" id="one"><div class="equation-box" role="group" aria-label="Equation\u00A01" tabindex="0"><math display="block".*?<\/math><\/div><span class="equation-number">\(1\)<\/span><\/div>/,
  )
  expect(html).toContain(
    '<div class="equation"><div class="equation-box" role="group" aria-label="Equation"',
  )
  expect(html).toContain('id="two"')
  expect(html).toContain("(2)")
})

test("figures and tables are numbered apart, in order, if they have a caption", () => {
  const body = [
    "<Figure id='a'>\n```\ncode\n```\n\nFirst.\n</Figure>",
    "<Table id='t' width='full'>\nRows.\n\n| a |\n| - |\n</Table>",
    "<Figure width='wide'>\n> shown\n\nSecond.\n\nMore of it.\n</Figure>",
    "<Figure>\n> no caption\n</Figure>",
    "<Figure id='b'>\n> shown\n\nThird.\n</Figure>",
    "[](#a), [](#t), [](#b), [its own](#b)",
  ].join("\n\n")
  const html = htmlOf(body)
  expect(html).toContain('<figure id="a" class="figure figure-text"><figure class="code"><pre')
  expect(html).toContain(
    '<figcaption><span class="figure-number">Figure\u00A01.</span> First.</figcaption></figure>',
  )
  expect(html).toContain(
    '<figure id="t" class="figure figure-full figure-table"><figcaption id="table.1.caption"><span class="figure-number">Table\u00A01.</span> Rows.</figcaption><div class="scroll"',
  )
  expect(html).toContain(
    '<figcaption><p><span class="figure-number">Figure\u00A02.</span> Second.</p><p>More of it.</p></figcaption>',
  )
  expect(html).toContain(
    '<a href="#a">Figure\u00A01</a>, <a href="#t">Table\u00A01</a>, <a href="#b">Figure\u00A03</a>, <a href="#b">its own</a>',
  )
  expect(factsOf(body).labels).toEqual([
    { id: "a", kind: "figure", number: 1 },
    { id: "t", kind: "table", number: 1 },
    { id: "b", kind: "figure", number: 3 },
  ])
})

test("a heading is named in full, with its formulas as text", () => {
  const body =
    "## The rate $\\epsilon_0$ and *more*\n\n#### Lesser\n\n[](#the-rate-ϵ0-and-more) [](#lesser)"
  expect(htmlOf(body)).toContain(">The rate ϵ0 and more</a>")
  expect(htmlOf(body)).toContain('<a href="#lesser">Lesser</a>')
  expect(factsOf(body).labels).toEqual([{ id: "lesser", kind: "section", text: "Lesser" }])
})

test("a link into another document is named where the index is known", () => {
  const runs = factsOf("See [](/posts/other/#unet).").runs
  const label = { id: "unet", kind: "figure" as const, number: 2 }
  const targets = new Map([["/posts/other/", { title: "A & B", headings: [], labels: [label] }]])
  expect(fillSlots(runs, { works: [], glossary: [], targets, language: "en" }).runs).toEqual([
    '<p>See <a href="/posts/other/#unet">Figure\u00A02 of A &amp; B</a>.</p>',
  ])
})

test("spaces are TeX's: none in an index, a thin one before brackets that grow", () => {
  const tight = '<mo lspace="0em" rspace="0em">'
  expect(htmlOf("$x_{t-1}$")).toContain(`<mi>t</mi>${tight}−</mo><mn>1</mn>`)
  expect(htmlOf("$$ \\sum_{i=1}^{n} $$")).toContain(`<mi>i</mi>${tight}=</mo>`)
  expect(htmlOf("$t-1$")).toContain("<mi>t</mi><mo>−</mo>")
  const thin = '<mspace width="0.1667em"></mspace>'
  for (const name of ["\\log", "\\operatorname{softmax}"]) {
    expect(htmlOf(`$${name}\\left(x\\right)$`)).toContain(`${thin}<mrow><mo fence`)
    expect(htmlOf(`$${name}(x)$`)).not.toContain(thin)
  }
  expect(htmlOf("$a\\left(x\\right)$")).not.toContain(thin)
})
