import type { Element, ElementContent } from "hast"
import {
  attribute,
  childrenOf,
  element,
  isElement,
  text,
  type Source,
} from "../../mdx/feed-element"

/**
 * A formula for feeds. MathML stays, but many readers take its tags away and leave the letters: 10⁻³
 * would become 10−3, and a fraction one number. So the signs that a line of text has in their place,
 * such as ^, / and brackets, stand between the letters, where a reader that knows MathML gives them
 * neither ink nor room. They are phantoms, as sanitizers that know MathML let those pass; of
 * <annotation> some of them leave the text.
 */
export const feedMath = (math: Source): Element =>
  element(
    "math",
    rowOf(math.childNodes),
    attribute(math, "display") === "block" ? { display: "block" } : {},
  )

/** What stands side by side. */
const rowOf = (nodes: Source["childNodes"]): ElementContent[] =>
  nodes.flatMap((node, index): ElementContent[] => {
    if (!isElement(node)) return "value" in node ? [text(node.value)] : []
    const next = nodes.slice(index + 1).find(isElement)
    return isApart(node, next) ? [partOf(node), phantom(" ")] : [partOf(node)]
  })

const scripted = new Set(["msub", "msup", "msubsup", "munder", "mover", "munderover"])

/** Whether a line of text has a space between two neighbours: after sin, or after an index. */
function isApart(node: Source, next: Source | undefined): boolean {
  if (node.tagName === "mspace") return Number.parseFloat(attribute(node, "width") ?? "") > 0
  const end = outermost(node, -1).tagName
  const isSplit = scripted.has(end) || /^m(?:frac|sqrt|root)$/.test(end)
  return isSplit && next !== undefined && !/^m(?:o|space)$/.test(outermost(next, 0).tagName)
}

/** What is first or last in a row, and in a row that is there. */
function outermost(source: Source, place: 0 | -1): Source {
  const child = source.tagName === "mrow" ? childrenOf(source).at(place) : undefined
  return child ? outermost(child, place) : source
}

function partOf(source: Source): Element {
  const { tagName, childNodes } = source
  const children = childrenOf(source)
  const [first, second] = children
  if (scripted.has(tagName)) return copyOf(source, withScripts(tagName, children))
  if (tagName === "mfrac" && first && second) {
    const isStack = Number.parseFloat(attribute(source, "linethickness") ?? "") === 0
    return copyOf(source, [enclosed("", first, isStack ? " over " : "/"), enclosed("", second, "")])
  }
  if (tagName === "mroot" && first && second) {
    return copyOf(source, [enclosed("", first, "^(1/"), said("", [partOf(second)], ")")])
  }
  if (tagName === "msqrt") return copyOf(source, [said("√(", rowOf(childNodes), ")")])
  if (tagName === "mtable") return copyOf(source, children.map(tableRowOf))
  if (attribute(source, "notation") === "top") return overlined(source)
  return copyOf(source, rowOf(childNodes))
}

/** A base with what is set below and above it: x_(i+1)^2. A sign alone, such as a prime, needs none. */
function withScripts(tagName: string, [base, ...scripts]: readonly Source[]): Element[] {
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

const enclosed = (before: string, part: Source, after: string) =>
  isCompound(part)
    ? said(`${before}(`, [partOf(part)], `)${after}`)
    : said(before, [partOf(part)], after)

/** Whether it is more than one letter, number or word, and has no brackets of its own. */
function isCompound(source: Source): boolean {
  const children = childrenOf(source)
  const [only] = children
  if (only && children.length === 1) return isCompound(only)
  const isFenced = [children[0], children.at(-1)].every(
    (end) => end && attribute(end, "fence") === "true",
  )
  return children.length > 1 && !isFenced
}

/** Cells have spaces between them, and rows a semicolon. */
function tableRowOf(source: Source, index: number, rows: readonly Source[]): Element {
  const cells = childrenOf(source).map((cell, column, { length }) => {
    const end = column < length - 1 ? " " : index < rows.length - 1 ? "; " : ""
    const copy = copyOf(cell, [said("", rowOf(cell.childNodes), end)])
    // Where no style sheet says it, this does for some.
    const [, side] = /\btml-(left|right)(?= |$)/.exec(attribute(cell, "class") ?? "") ?? []
    if (side !== undefined) copy.properties["columnalign"] = side
    return copy
  })
  return copyOf(source, cells)
}

/** A line above the whole: few browsers know <menclose>. */
const overlined = ({ childNodes }: Source) =>
  element("mover", [
    element("mrow", rowOf(childNodes)),
    element("mo", [text("‾")], { stretchy: "true" }),
  ])

/** Looks are the style sheet's, but for colours, which MathML has an attribute for. */
function copyOf(source: Source, children: ElementContent[]): Element {
  const kept = source.attrs.filter(({ name }) => name !== "class" && name !== "style")
  const [, colour] = /(?:^|;)color:([^;]+)/.exec(attribute(source, "style") ?? "") ?? []
  return element(source.tagName, children, {
    ...Object.fromEntries(kept.map(({ name, value }) => [name, value])),
    mathcolor: colour,
  })
}

/** Parts with what is said before and after them, as one part. */
function said(before: string, parts: ElementContent[], after: string): Element {
  const all = [
    ...(before === "" ? [] : [phantom(before)]),
    ...parts,
    ...(after === "" ? [] : [phantom(after)]),
  ]
  const [only] = all
  return all.length === 1 && only?.type === "element" ? only : element("mrow", all)
}

const phantom = (sign: string) =>
  element("mpadded", [element("mphantom", [element("mtext", [text(sign)])])], {
    width: "0",
    height: "0",
    depth: "0",
  })
