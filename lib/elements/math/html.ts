import type { Element } from "hast"
import type { InlineMath, Math } from "mdast-util-math"
import { formatNumbered } from "../../model/labels"
import type { Place } from "../../model/problem"
import { withoutLabels } from "../figure/numbers"
import { formulaOf, type Formula } from "./tex"

type Node = Math | InlineMath

const compiled = new WeakMap<Node, Formula>()

/** The formula of a node, compiled once: the check looks at it first. */
function formulaIn(node: Node): Formula {
  const known = compiled.get(node)
  if (known) return known
  const formula = formulaOf(withoutLabels(node.value), node.type === "math")
  compiled.set(node, formula)
  return formula
}

/** What is wrong with a formula, and where in the body. */
export function findMathFault(node: Node): { reason: string; place: Place } | undefined {
  const { lines = [], dollars = 1, closed } = node.data?.tex ?? {}
  const begin = node.position?.start ?? { line: 1, column: 1 }
  if (node.type === "math" && !closed) {
    const reason =
      "$$ without $$ at the end of a line of the same block, expected both, or \\$\\$ for the signs themselves"
    return { reason, place: begin }
  }
  if (node.type === "inlineMath" && dollars > 1) {
    const reason = "$$ in a line of text, expected $, or the formula in lines of its own"
    return { reason, place: begin }
  }
  if (withoutLabels(node.value).trim() === "") {
    return { reason: "dollars without a formula, expected TeX between them", place: begin }
  }
  if (node.type === "inlineMath" && hasWords(node.value)) {
    const reason = "words in a formula, expected them in \\text{…}, or \\$ for the sign itself"
    return { reason, place: begin }
  }
  const formula = formulaIn(node)
  if ("math" in formula) return undefined
  const { reason, offset } = formula.fault
  return { reason, place: placeIn(node, offset) ?? lines[0] ?? begin }
}

/**
 * Whether two words stand side by side, as in what lies between the prices 2$/hour and 5$/hour. TeX
 * would set their letters without a space; `dx dy` is as it should be.
 */
const hasWords = (tex: string) =>
  /(?<![A-Za-z])(?=[A-Za-z ]*[A-Za-z]{3})[A-Za-z]{2,} +[A-Za-z]{2,}/.test(
    tex.replaceAll(/\\[A-Za-z]+\*?(?:\s*\{[^{}]*\})*/g, "\\"),
  )

/** Where a character of a formula stands in the body. */
export function placeIn({ data }: Node, offset: number): Place | undefined {
  let rest = offset
  for (const { value, line, column } of data?.tex?.lines ?? []) {
    if (rest <= value.length) return { line, column: column + rest }
    rest -= value.length + 1
  }
  return undefined
}

/** @throws SyntaxError if it has a fault that the check refuses */
function mathOf(node: Node): Element {
  const formula = formulaIn(node)
  if ("fault" in formula) throw new SyntaxError(`Unexpected ${formula.fault.reason}`)
  return structuredClone(formula.math)
}

/** What mathematics becomes in HTML. */
export const mathHandlers = {
  inlineMath: (_state: unknown, node: InlineMath) => lineFormulaOf(node),
  math: (_state: unknown, node: Math) => equationOf(node),
}

/** Characters of TeX that fit into a line of a phone: about 28 signs. */
const longest = 48

/** A formula in a line of text; one that no line of a phone holds scrolls in a box of its own. */
function lineFormulaOf(node: InlineMath): Element {
  if (node.value.length <= longest) return mathOf(node)
  const region = { role: "region", ariaLabel: "Formula", tabIndex: 0 }
  const properties = { className: ["formula-box"], ...region }
  return { type: "element", tagName: "span", properties, children: [mathOf(node)] }
}

/** A displayed formula scrolls in a box of its own, beside its number. */
function equationOf(node: Math): Element {
  const label = node.data?.label
  const name = label && formatNumbered(label.kind, label.number)
  const box: Element = {
    type: "element",
    tagName: "div",
    properties: {
      className: ["equation-box"],
      role: "region",
      ariaLabel: name ?? "Equation",
      tabIndex: 0,
    },
    children: [mathOf(node)],
  }
  const children = label ? [box, numberOf(label.number)] : [box]
  const properties = { className: ["equation"], id: label?.id }
  return { type: "element", tagName: "div", properties, children }
}

const numberOf = (number: number): Element => ({
  type: "element",
  tagName: "span",
  properties: { className: ["equation-number"] },
  children: [{ type: "text", value: `(${number})` }],
})
