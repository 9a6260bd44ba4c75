import type { Element, ElementContent } from "hast"
import { h } from "hastscript"
import { hasClass, isElement, renamed, unwrap, type FeedRules } from "../../mdx/feed"
import { shownOf } from "./tex"

/**
 * A formula for feeds. MathML stays, but many readers take its tags away and leave the letters: 10⁻³
 * would become 10−3, and a fraction one number. So the signs that a line of text has in their place,
 * such as ^, / and brackets, stand between the letters, where a reader that knows MathML gives them
 * neither ink nor room. They are phantoms, as sanitizers that know MathML let those pass; of
 * <annotation> some of them leave the text.
 */
export function feedMath(formula: Element): Element {
  const { display } = formula.properties
  const attributes = { display: display === "block" ? display : undefined }
  return h("math", attributes, rowOf(shownOf(formula).children))
}

/** What stands side by side. */
const rowOf = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node, index): ElementContent[] => {
    if (!isElement(node)) return node.type === "text" ? [{ type: "text", value: node.value }] : []
    const next = nodes.slice(index + 1).find(isElement)
    return isApart(node, next) ? [partOf(node), phantom(" ")] : [partOf(node)]
  })

const scripted = new Set(["msub", "msup", "msubsup", "munder", "mover", "munderover"])

/** Whether a line of text has a space between two neighbours: after sin, or after an index. */
function isApart(node: Element, next: Element | undefined): boolean {
  if (node.tagName === "mspace") return lengthOf(node, "width") > 0
  const end = outermost(node, -1).tagName
  const isSplit = scripted.has(end) || /^m(?:frac|sqrt|root)$/.test(end)
  return isSplit && next !== undefined && !/^m(?:o|space)$/.test(outermost(next, 0).tagName)
}

const lengthOf = ({ properties }: Element, name: string) =>
  Number.parseFloat(String(properties[name] ?? ""))

const elementsIn = ({ children }: Element) => children.filter(isElement)

/** What is first or last in a row, and in a row that is there. */
function outermost(source: Element, place: 0 | -1): Element {
  const child = source.tagName === "mrow" ? elementsIn(source).at(place) : undefined
  return child ? outermost(child, place) : source
}

function partOf(source: Element): Element {
  const { tagName, properties } = source
  const children = elementsIn(source)
  const [first, second] = children
  if (scripted.has(tagName)) return copyOf(source, withScripts(tagName, children))
  if (tagName === "mfrac" && first && second) {
    const isStack = lengthOf(source, "linethickness") === 0
    return copyOf(source, [enclosed("", first, isStack ? " over " : "/"), enclosed("", second, "")])
  }
  if (tagName === "mroot" && first && second) {
    return copyOf(source, [enclosed("", first, "^(1/"), said("", [partOf(second)], ")")])
  }
  if (tagName === "msqrt") return copyOf(source, [said("√(", rowOf(source.children), ")")])
  if (tagName === "mtable") return copyOf(source, children.map(tableRowOf))
  if (properties["notation"] === "top") return overlined(source)
  return copyOf(source, rowOf(source.children))
}

/** A base with what is set below and above it: x_(i+1)^2. A sign alone, such as a prime, needs none. */
function withScripts(tagName: string, [base, ...scripts]: readonly Element[]): Element[] {
  if (!base) return []
  const signs = scripts.length === 2 || !/sup$|over$/.test(tagName) ? ["_", "^"] : ["^"]
  // What is said before a script stands at the end of the part before it.
  const before = scripts.map((script, index) =>
    script.tagName === "mo" ? "" : `${signs[index]}${isCompound(script) ? "(" : ""}`,
  )
  const after = scripts.map((script) => (isCompound(script) ? ")" : ""))
  return [base, ...scripts].map((part, index) =>
    said("", [partOf(part)], (after[index - 1] ?? "") + (before[index] ?? "")),
  )
}

const enclosed = (before: string, part: Element, after: string) =>
  isCompound(part)
    ? said(`${before}(`, [partOf(part)], `)${after}`)
    : said(before, [partOf(part)], after)

/** Whether it is more than one letter, number or word, and has no brackets of its own. */
function isCompound(source: Element): boolean {
  const children = elementsIn(source)
  const [only] = children
  if (only && children.length === 1) return isCompound(only)
  const isFenced = [children[0], children.at(-1)].every(
    (end) => end && String(end.properties["fence"]) === "true",
  )
  return children.length > 1 && !isFenced
}

/** Cells have spaces between them, and rows a semicolon. */
function tableRowOf(source: Element, index: number, rows: readonly Element[]): Element {
  const cells = elementsIn(source).map((cell, column, { length }) => {
    const end = column < length - 1 ? " " : index < rows.length - 1 ? "; " : ""
    const copy = copyOf(cell, [said("", rowOf(cell.children), end)])
    // Where no style sheet says it, this does for some.
    const side = ["left", "right"].find((side) => hasClass(cell, `tml-${side}`))
    if (side !== undefined) copy.properties["columnalign"] = side
    return copy
  })
  return copyOf(source, cells)
}

/** A line above the whole: few browsers know <menclose>. */
const overlined = ({ children }: Element) =>
  h("mover", h("mrow", rowOf(children)), h("mo", { stretchy: "true" }, "‾"))

/** Looks are the style sheet's, but for colours, which MathML has an attribute for. */
function copyOf({ tagName, properties }: Element, children: readonly ElementContent[]): Element {
  const { className: _className, style, ...kept } = properties
  const [, mathcolor] = /(?:^|;)color:([^;]+)/.exec(style ?? "") ?? []
  return h(tagName, { ...kept, mathcolor }, ...children)
}

/** Parts with what is said before and after them, as one part. */
function said(before: string, parts: readonly ElementContent[], after: string): Element {
  const all = [
    ...(before === "" ? [] : [phantom(before)]),
    ...parts,
    ...(after === "" ? [] : [phantom(after)]),
  ]
  const [only] = all
  return all.length === 1 && only && isElement(only) ? only : h("mrow", all)
}

const phantom = (sign: string) =>
  h("mpadded", { width: 0, height: 0, depth: 0 }, h("mphantom", h("mtext", sign)))

export const mathFeed: FeedRules = {
  ".equation": renamed("p"),
  ".equation-box": unwrap,
  ".equation-number": (element, { rewrite }) => [{ type: "text", value: " " }, ...rewrite(element)],
  math: (element) => [feedMath(element)],
}
