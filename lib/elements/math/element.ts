import type { Element } from "hast"
import { h } from "hastscript"
import type { InlineMath, Math } from "mdast-util-math"
import type { BodyElement } from "../../mdx/body-element"
import { findMathFault, isDefinition, labelPlaces, mathOf, placeIn } from "./formula"
import { withDollars } from "./respell"
import { mathLostMarks } from "./lost-marks"
import { dollars } from "./syntax"
import { definitionsIn } from "./tex"

/** Formulas between dollars. */
export const math = {
  syntax: [dollars],
  respell: withDollars,
  lostMarks: mathLostMarks,
  read({ report, targets }) {
    let macros: Readonly<Record<string, string>> = {}
    const check = (node: Math | InlineMath) => {
      macros = { ...macros, ...definitionsIn(node.value) }
      node.data = { ...node.data, macros }
      if (isDefinition(node)) return []
      const fault = findMathFault(node)
      if (fault) report(fault.place, `Unexpected ${fault.reason}`, "tex")
      const isLine = node.type === "inlineMath"
      for (const [index, { id, offset }] of labelPlaces(node.value).entries()) {
        const at = placeIn(node, offset) ?? node
        if (isLine) {
          const reason = "\\label in a line of text, expected it in a formula between $$"
          report(at, `Unexpected ${reason}`, "label")
        } else if (index === 0) targets.push({ kind: "equation", node, id, at })
        else report(at, "Unexpected second \\label of one formula, expected one", "label")
      }
      return undefined
    }
    return { nodes: { math: check, inlineMath: check } }
  },
  handlers: {
    inlineMath: (_state, node: InlineMath) => lineFormulaOf(node),
    math: (_state, node: Math) => equationOf(node),
  },
  write: () => ({ tags: { math: () => "skip" } }),
} satisfies BodyElement

/** Characters of TeX that fit into a line of a phone: about 28 signs. */
const longest = 48

/** A formula in a line of text; one that no line of a phone holds scrolls in a box of its own. */
function lineFormulaOf(node: InlineMath): Element {
  if (node.value.length <= longest) return mathOf(node)
  const box = { className: ["formula-box"], role: "group", ariaLabel: "Formula", tabIndex: 0 }
  return h("span", box, mathOf(node))
}

/** A displayed formula scrolls in a box of its own, beside its number. */
function equationOf(node: Math): Element {
  const label = node.data?.label
  const ariaLabel = label ? label.name : "Equation"
  const box = { className: ["equation-box"], role: "group", ariaLabel, tabIndex: 0 }
  return h("div", { className: ["equation"], id: label?.id }, [
    h("div", box, mathOf(node)),
    label && h("span", { className: ["equation-number"] }, `(${label.number})`),
  ])
}
