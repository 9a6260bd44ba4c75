import type { Element } from "hast"
import { toString } from "hast-util-to-string"
import type { InlineMath, Math } from "mdast-util-math"
import { remember } from "../../mdx/remember"
import type { Place } from "../../model/problem"
import { definitionsIn, formulaOf, shownOf, withoutDefinitions, type Formula } from "./tex"

type Node = Math | InlineMath

/** The formulas of a long post, several times over; many come again and again. */
const remembered = remember<Formula>(1_000)

function formulaIn({ type, value, data }: Node): Formula {
  const tex = withoutLabels(value)
  const macros = data?.macros ?? {}
  const key = `${type} ${JSON.stringify(macros)} ${tex}`
  return remembered(key, () => formulaOf(tex, type === "math", macros))
}

/** Whether a formula only defines commands for others, and shows nothing. */
export const isDefinition = ({ value }: Node) =>
  Object.keys(definitionsIn(value)).length > 0 && withoutDefinitions(value).trim() === ""

/** The MathML of a node. @throws SyntaxError if it has a fault that the check refuses */
export function mathOf(node: Node): Element {
  const formula = formulaIn(node)
  if ("fault" in formula) throw new SyntaxError(`Unexpected ${formula.fault.reason}`)
  return formula.math
}

/** What a formula says in a line of plain text, such as an entry of a table of contents. */
export function formulaText(node: InlineMath): string {
  const formula = formulaIn(node)
  if ("fault" in formula) return node.value
  return toString(shownOf(formula.math)).replaceAll(/[\u2061-\u2064]/g, "")
}

/** What is wrong with a formula, and where in the body. */
export function findMathFault(node: Node): { reason: string; place: Place } | undefined {
  const { lines = [], closed } = node.data?.tex ?? {}
  const begin = node.position?.start ?? { line: 1, column: 1 }
  if (node.type === "math" && !closed) {
    const reason =
      "$$ without $$ at the end of a line of the same block, expected both, or \\$\\$ for the signs themselves"
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

const labelPattern = /\\label\s*\{([^{}]*)\}/g

/** The ids that TeX gives a formula, and where they are in it. */
export const labelPlaces = (tex: string): readonly { id: string; offset: number }[] =>
  [...tex.matchAll(labelPattern)].map(({ 1: id = "", index }) => ({ id: id.trim(), offset: index }))

/** TeX without its labels, every other character where it was. */
const withoutLabels = (tex: string) =>
  tex.replaceAll(labelPattern, (label) => label.replaceAll(/[^\n]/g, " "))
