import type { Element, ElementContent } from "hast"
import { toString } from "hast-util-to-string"
import { h } from "hastscript"
import { parseFragment, type DefaultTreeAdapterMap } from "parse5"
import temml from "temml"
import { suggestionOf } from "../../model/nearest"
import { commands, environments } from "./tex-names"

/** MathML of a formula; or what is wrong with its TeX, and where, counted from its first character. */
export type Formula = { math: Element } | { fault: { reason: string; offset: number } }

/** Compiles TeX to MathML, whose style attributes are classes of `lib/elements/math/style.css`. */
export function formulaOf(
  written: string,
  display: boolean,
  macros: Readonly<Record<string, string>> = {},
): Formula {
  const tex = withoutDefinitions(written.replaceAll(/\\mbox(?![A-Za-z])/g, "\\text"))
  const refused = findRefused(tex, display)
  if (refused) return { fault: refused }
  try {
    const html = temml.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      macros: { ...usualMacros, ...macros },
    })
    const [math] = parseFragment(html).childNodes.map(hastOf)
    if (math?.type !== "element") throw new Error("Unexpected HTML of Temml, expected <math>")
    return { math: annotated(math, written) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const unpaired = findUnpaired(tex)
    if (unpaired) return { fault: unpaired }
    if (error.name !== "ParseError") {
      // Temml itself fails on some TeX that is broken in ways it does not look for.
      return { fault: { reason: "TeX that cannot be set, expected another form of it", offset: 0 } }
    }
    const offset = "position" in error ? Number(error.position ?? 0) : 0
    return { fault: { reason: reasonOf(error.message), offset } }
  }
}

/** What LaTeX has and Temml has not. */
const usualMacros: Readonly<Record<string, string>> = { "\\ensuremath": "#1" }

/** `\newcommand{\R}[1]{…}` and `\DeclareMathOperator{\rank}{rank}`. */
const definition =
  /\\(?<kind>(?:re)?newcommand|providecommand|DeclareMathOperator)(?<star>\*?)\s*\{?\s*(?<name>\\[A-Za-z]+)\s*\}?\s*(?:\[(?<count>\d)\])?\s*\{(?<body>(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g

/** The commands that a formula defines, for those that come after it. */
export const definitionsIn = (tex: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...tex.matchAll(definition)].map(({ groups = {} }) => {
      const { kind, star = "", name = "", body = "" } = groups
      const isOperator = kind === "DeclareMathOperator"
      return [name, isOperator ? `\\operatorname${star}{${body}}` : body]
    }),
  )

/** A formula without what it defines, in whose place there are blanks; its own commands are filled in by `macros`. */
export const withoutDefinitions = (tex: string) =>
  tex.replaceAll(definition, (whole) => whole.replaceAll(/[^\n]/g, " "))

/** TeX that means something else here, or nothing. */
function findRefused(tex: string, display: boolean) {
  const plain = tex.replaceAll(/\\\\/g, "  ")
  // Lines of an equation can be comments; behind a formula a % is meant as one, and hides the rest.
  const percent = (display ? /(?<=\S[ \t]*)(?<!\\)%/ : /(?<!\\)%/).exec(plain)
  if (percent) {
    const reason = "%, which begins a comment, expected \\% for the sign itself"
    return { reason, offset: percent.index }
  }
  const match =
    /\\(?:(tag\*?|eqref|ref)(?![a-z])|begin\s*\{(align|alignat|equation|gather|multline)\})/.exec(
      plain,
    )
  if (!match) return undefined
  const [found, command = "", environment] = match
  if (environment !== undefined) {
    const reason = `${found}, expected \\begin{${environment}*}: \\label{…} numbers an equation`
    return { reason, offset: match.index }
  }
  const instead = command.startsWith("tag") ? "\\label{…}" : "[](#…) in the text"
  return { reason: `${found}, expected ${instead}`, offset: match.index }
}

const pairs: ReadonlyMap<string, string> = new Map([
  ["{", "}"],
  ["\\left", "\\right"],
  ["\\begin", "\\end"],
])

/** What opens and does not close, or closes what is not open. Temml itself stops at the end of all. */
function findUnpaired(tex: string) {
  const open: { sign: string; offset: number }[] = []
  const fault = ({ sign, offset }: { sign: string; offset: number }, other = "") => ({
    reason: `${sign} without ${other}, expected both`,
    offset,
  })
  const signs = /\\(?:left|right|begin|end)(?![A-Za-z])|\\.|[{}]/gs
  for (const { 0: sign, index: offset } of tex.matchAll(signs)) {
    if (pairs.has(sign)) open.push({ sign, offset })
    const [opening] = [...pairs].find(([, closing]) => closing === sign) ?? []
    if (opening === undefined) continue
    const last = open.pop()
    if (!last) return fault({ sign, offset }, opening)
    if (last.sign !== opening) return fault(last, pairs.get(last.sign))
  }
  const last = open.at(-1)
  return last && fault(last, pairs.get(last.sign))
}

/**
 * A formula with the TeX that it was made from, where converters and editors look for it, and with it
 * what a reader copies. Not by Temml, which would set it without its classes for broken lines.
 */
const annotated = (math: Element, tex: string): Element => ({
  ...math,
  children: [
    h(
      "semantics",
      math.children.length === 1 ? math.children : h("mrow", math.children),
      h("annotation", { encoding: "application/x-tex" }, tex.trim()),
    ),
  ],
})

/** What is seen of a formula. */
export const shownOf = ({ children: [first], ...math }: Element): Element => {
  const isAnnotated = first?.type === "element" && first.tagName === "semantics"
  return { ...math, children: isAnnotated ? first.children.slice(0, 1) : first ? [first] : [] }
}

/** What Temml says, in an author's words. */
function reasonOf(message: string): string {
  const said = message.trim().split(/ at (?:position|end of input)/, 1)[0] ?? ""
  const [, command] =
    /^(?:Unsupported function name|Undefined control sequence): (\\\S*)/.exec(said) ?? []
  if (command !== undefined) {
    const near = suggestionOf(command.slice(1), commands).replace("mean ", "mean \\")
    return `command ${command}, expected one that TeX has${near}`
  }
  const [, name] = /^No such environment: (.*)/.exec(said) ?? []
  if (name !== undefined) {
    return `environment ${name}, expected one such as aligned${suggestionOf(name, environments)}`
  }
  const [, expected = "", found = ""] = /^Expected '(.*)', got '(.*)'$/.exec(said) ?? []
  if (found === "EOF") return `end of the formula, expected ${expected}`
  if (found === "&") return "&, expected it in an environment such as aligned"
  if (expected === "EOF") return `${found}, expected more of the formula or its end`
  if (expected) return `${found}, expected ${expected}`
  const [, twice] = /^Double (subscript|superscript)/.exec(said) ?? []
  if (twice !== undefined)
    return `second ${twice}, expected one, or braces around what has the first`
  if (said.startsWith("Unexpected end of input")) {
    return "end of the formula, expected what the last command takes, in braces"
  }
  return `TeX (${said}), expected what can be typeset`
}

type Child = DefaultTreeAdapterMap["childNode"]

/** Not by a library: of styles become classes on the way, in a quarter of its time. */
function hastOf(node: Child): ElementContent {
  if (!("attrs" in node)) return { type: "text", value: "value" in node ? node.value : "" }
  const properties: Element["properties"] = {}
  for (const { name, value } of node.attrs) {
    if (name === "style") addStyles(value, properties)
    else if (name === "class") addClasses(properties, value.split(" "))
    else properties[name] = value
  }
  const children = spaced(node.childNodes.map(hastOf))
  if (scripted.test(node.tagName)) for (const script of children.slice(1)) tighten(script)
  return { type: "element", tagName: node.tagName, properties, children }
}

/** What has indices, powers or limits after its first child. */
const scripted = /^m(?:sub|sup|subsup|under|over|underover)$/

/** Takes the space around signs away, as TeX does in indices and powers: t−1. */
function tighten(node: ElementContent): void {
  if (node.type !== "element") return
  if (node.tagName === "mo") node.properties = { lspace: "0em", rspace: "0em", ...node.properties }
  for (const child of node.children) tighten(child)
}

/**
 * Puts thin spaces where Temml forgets them: before a function such as log after an index or a power,
 * and between a function and brackets that grow with what is in them.
 */
const spaced = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node, index) => {
    const before = nodes[index - 1]
    const script = before?.type === "element" && /^ms(?:ub|up|ubsup)$/.test(before.tagName)
    const isApart = isFenced(node)
      ? (before && isFunction(before)) || toString(before ?? node) === "\u2061"
      : script && isFunction(node)
    return isApart ? [h("mspace", { width: "0.1667em" }), node] : [node]
  })

/** Whether it stands between brackets of \left and \right. */
function isFenced(node: ElementContent): boolean {
  const [first] = node.type === "element" && node.tagName === "mrow" ? node.children : []
  return first?.type === "element" && first.properties["stretchy"] === "true"
}

/** Whether it is a name with an invisible sign of application after it. */
function isFunction(node: ElementContent): boolean {
  if (node.type !== "element") return false
  const [first, second] = node.children
  return (
    first?.type === "element" &&
    first.tagName === "mi" &&
    second?.type === "element" &&
    toString(second) === "\u2061"
  )
}

/** Declarations that Temml writes often, with the class that stands for each. */
const classOf: Readonly<Record<string, string>> = {
  "display:block math": "",
  "math-depth:0": "tml-depth-0",
  "math-depth:2": "tml-depth-2",
  "padding-left:0em": "tml-left-0",
  "padding-right:0em": "tml-right-0",
  "padding-left:1em": "tml-left-1",
  "padding-right:1em": "tml-right-1",
  "padding-left:5.9776pt": "tml-left-half",
  "padding-right:5.9776pt": "tml-right-half",
  "padding-left:0.4em": "tml-left-half",
  "padding-right:0.4em": "tml-right-half",
  "padding:0": "tml-pad-0",
  "padding:3pt": "tml-pad-box",
  "border:1px solid": "tml-box",
  "font-weight:bold": "tml-bold",
  "border-left:0.06em solid": "tml-rule-left",
  "border-right:0.06em solid": "tml-rule-right",
  "border-top:0.06em solid": "tml-rule-top",
  "border-bottom:0.06em solid": "tml-rule-bottom",
  "text-align:left": "tml-left",
}

/** A page with a style attribute needs a looser policy; only what is rare, as a colour, stays one. */
function addStyles(style: string, properties: Element["properties"]): void {
  const declarations = style.split(";").filter(Boolean)
  const rest = declarations.filter((declaration) => classOf[declaration] === undefined)
  addClasses(
    properties,
    declarations.flatMap((declaration) => classOf[declaration] || []),
  )
  if (rest.length > 0) properties["style"] = rest.join(";")
}

function addClasses(properties: Element["properties"], names: readonly string[]): void {
  const classes = [properties["className"] ?? []].flat().filter((one) => typeof one === "string")
  if (classes.length + names.length > 0) properties["className"] = [...classes, ...names]
}
