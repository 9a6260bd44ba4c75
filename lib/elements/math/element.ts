import type { Element } from "hast"
import { h } from "hastscript"
import type { InlineMath, Math } from "mdast-util-math"
import { formatNumbered } from "../../model/labels"
import type { BodyElement } from "../../mdx/body-element"
import { findMathFault, labelPlaces, mathOf, placeIn } from "./formula"
import { mathLostMarks } from "./lost-marks"
import { dollars } from "./syntax"

/** Formulas between dollars. */
export const math = {
  syntax: [dollars],
  lostMarks: mathLostMarks,
  read({ report, targets }) {
    const check = (node: Math | InlineMath) => {
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
  const ariaLabel = label ? formatNumbered(label.kind, label.number) : "Equation"
  const box = { className: ["equation-box"], role: "group", ariaLabel, tabIndex: 0 }
  return h("div", { className: ["equation"], id: label?.id }, [
    h("div", box, mathOf(node)),
    label && h("span", { className: ["equation-number"] }, `(${label.number})`),
  ])
}
