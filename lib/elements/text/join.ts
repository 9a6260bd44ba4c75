import type { Element, ElementContent, Parents, Text } from "hast"
import { h } from "hastscript"
import type { PageVisitors } from "../../mdx/walk"
import { verbatim } from "./typeset"

/** What belongs to what comes after it: opening brackets and quotation marks. */
const before = /[\p{Ps}\p{Pi}"'„‚]+$/u

/** What belongs to what comes before it: marks, closing brackets, the short rest of a word. */
const after = /^(?:[\p{Pe}\p{Pf}\p{Po}%°-]|[\p{L}\p{M}]{1,3}(?![\p{L}\p{M}]))+/u

/** From a number to another, as of pages. */
const range = /(\p{Nd}+–\p{Nd}+)/u

/**
 * Keeps in one line what belongs together. A formula goes with the signs around it: to a browser it is a
 * box, beside which a line may end, so that the next begins with a comma. And so do pages 3–9.
 */
export function createJoiner(): PageVisitors {
  const formulas: { node: Element; parents: readonly Parents[] }[] = []
  const ranges: { node: Text; parent: Parents }[] = []
  return {
    tags: {
      math(node, ancestors) {
        if (node.properties["display"] === "block") return
        formulas.push({ node, parents: [...ancestors] })
      },
    },
    nodes: {
      text(node, ancestors) {
        const parent = ancestors.at(-1)
        if (parent && !ancestors.some(isVerbatim)) ranges.push({ node, parent })
      },
    },
    finish() {
      for (const { node, parent } of ranges) joinRanges(node, parent)
      for (const { node, parents } of formulas) joinFormula(node, parents)
    },
  }
}

const isVerbatim = (node: Parents) => node.type === "element" && verbatim.has(node.tagName)

const joined = (...parts: ElementContent[]) => h("span", { className: ["joined"] }, parts)

function joinRanges(node: Text, parent: Parents): void {
  if (!range.test(node.value)) return
  const parts = node.value.split(range).map((value, index): ElementContent => {
    const text: Text = { type: "text", value }
    return index % 2 === 0 ? text : joined(text)
  })
  parent.children.splice(parent.children.indexOf(node), 1, ...parts)
}

function joinFormula(node: Element, parents: readonly Parents[]): void {
  const parent = parents.at(-1)
  if (!parent) return
  const isAlone = parent.type === "element" && parent.children.length === 1
  if (isAlone && inLine.has(parent.tagName)) return joinFormula(parent, parents.slice(0, -1))

  const index = parent.children.indexOf(node)
  const opening = take(parent.children[index - 1], before)
  const closing = take(parent.children[index + 1], after)
  if (opening.length + closing.length === 0) return
  parent.children[index] = joined(...opening, node, ...closing)
}

/** Elements that may hold nothing but a formula. */
const inLine = new Set(["a", "b", "cite", "del", "em", "i", "ins", "mark", "span", "strong"])

/** Takes signs away from a text. */
function take(node: Parents["children"][number] | undefined, pattern: RegExp): Text[] {
  if (node?.type !== "text") return []
  const [signs] = pattern.exec(node.value) ?? []
  if (signs === undefined) return []
  node.value = node.value.replace(pattern, "")
  return [{ type: "text", value: signs }]
}
