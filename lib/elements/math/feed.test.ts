import type { Element, ElementContent } from "hast"
import { toHtml } from "hast-util-to-html"
import { fromHtml } from "hast-util-from-html"
import { expect, test } from "vitest"
import { formulaOf, shownOf } from "./tex"
import { isElement } from "../../mdx/feed"
import { feedMath } from "./feed"

/** A formula as a page has it, and as a feed. */
function formulasOf(tex: string): { page: Element; feed: Element } {
  const formula = formulaOf(tex, true)
  if ("fault" in formula) throw new Error(formula.fault.reason)
  const [math] = fromHtml(toHtml(formula.math), { fragment: true }).children
  if (!math || !isElement(math)) throw new Error("Unexpected HTML, expected a formula")
  return { page: shownOf(formula.math), feed: feedMath(math) }
}

/** What is left where the tags are taken away. */
const textIn = (node: ElementContent): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(textIn).join("") : ""

const formulas: readonly (readonly [tex: string, text: string])[] = [
  ["x", "x"],
  ["w_i", "w_i"],
  ["10^{-3}", "10^(−3)"],
  ["x_i^2 y", "x_i^2 y"],
  ["L^{(i)} W^{[l]}", "L^(i) W^[l]"],
  ["f'(x)", "f′(x)"],
  ["a^{b^{c}}", "a^(b^c)"],
  ["\\hat{y}", "yˆ"],
  ["\\frac{a+b}{c}", "(a+b)/c"],
  ["-\\frac{1}{2}x", "−1/2 x"],
  ["\\binom{n}{k}", "(n over k)"],
  ["\\sqrt{x+1}", "√(x+1)"],
  ["\\sqrt[3]{x+1}", "(x+1)^(1/3)"],
  ["\\sum_{i=1}^{n} x_i", "∑_(i=1)^n x_i"],
  ["\\max_i y_i", "max_i\u2061 y_i"],
  ["\\begin{pmatrix}1 & 2\\\\3&4\\end{pmatrix}", "(1 2; 3 4)"],
  [
    "f=\\begin{cases} 1 & \\text{if } x>0 \\\\ 0 & \\text{else}\\end{cases}",
    "f={1 if\u00A0x>0; 0 else",
  ],
  ["\\begin{aligned} a &= b \\\\ c+d &= e \\end{aligned}", "a =b; c+d =e"],
  ["\\int_0^1 e^{-x^2}\\,dx", "∫_0^1 e^(−x^2) dx"],
]

test.each(formulas)("%s is read without MathML as %s", (tex, text) => {
  expect(textIn(formulasOf(tex).feed)).toBe(text)
})

/** An element without what has no room, and without rows of one. */
function shownIn(node: ElementContent): readonly ElementContent[] {
  if (node.type !== "element") return [node]
  const { tagName, properties } = node
  if (tagName === "mpadded" && properties["width"] === 0) return []
  const { className: _class, columnalign: _side, ...others } = properties
  const children = node.children.flatMap(shownIn)
  if (tagName === "mrow" && children.length === 1) return children
  return [{ type: "element", tagName, properties: others, children }]
}

test.each(formulas)("%s is with MathML what it is on the page", (tex) => {
  const { page, feed } = formulasOf(tex)
  expect(shownIn(feed).map((node) => toHtml(node))).toEqual(
    shownIn(page).map((node) => toHtml(node)),
  )
})

test.each(formulas)("%s has as many parts in each element as MathML asks for", (tex) => {
  const counts: Readonly<Record<string, number>> = {
    mfrac: 2,
    mover: 2,
    mroot: 2,
    msub: 2,
    msubsup: 3,
    msup: 2,
    munder: 2,
    munderover: 3,
  }
  const check = (node: ElementContent): void => {
    if (node.type !== "element") return
    expect(node.children.length, node.tagName).toBe(counts[node.tagName] ?? node.children.length)
    node.children.forEach(check)
  }
  check(formulasOf(tex).feed)
})

test("it is a block where it was one, and has neither classes nor styles", () => {
  const html = toHtml(formulasOf("\\begin{aligned} a &= \\color{red}{b} \\end{aligned}").feed)
  expect(html).toMatch(/^<math display="block">/)
  expect(html).not.toMatch(/ class=| style=/)
  expect(html).toContain('<mtd columnalign="right">')
  expect(html).toContain('<mi mathcolor="#ff0000">b</mi>')
})

test("a line above a formula is one that every browser draws", () => {
  expect(toHtml(formulasOf("\\overline{ab}").feed)).toContain(
    '<mover><mrow><mrow><mi>a</mi><mi>b</mi></mrow></mrow><mo stretchy="true">‾</mo></mover>',
  )
})
