import { plugins } from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import type { ElementContent } from "hast"
import { formulaOf } from "../math/tex"

/**
 * What TeX in a bibliography means: letters and signs are left to citation-js, whose tables lack some;
 * a formula becomes the text that it is set as.
 */
const { constants } = plugins.config.get("@bibtex")

Object.assign(constants.commands, {
  aa: "å",
  AA: "Å",
  S: "§",
  P: "¶",
  dag: "†",
  ddag: "‡",
  pounds: "£",
  euro: "€",
  dots: "…",
  ldots: "…",
  slash: "/",
  TeX: "TeX",
  LaTeX: "LaTeX",
  LaTeXe: "LaTeX2e",
  BibTeX: "BibTeX",
  quad: " ",
  ",": "\u2009",
  "": " ", // a backslash and a space
  "-": "",
  "/": "",
  "!": "",
  "@": "",
  protect: "",
  relax: "",
  newblock: "",
})

for (const command of ["mbox", "hbox", "text", "textnormal", "mathrm", "mathit", "mathbf"]) {
  constants.formattingCommands[command] = undefined
}

const tables = [
  constants.commands,
  constants.mathCommands,
  constants.diacritics,
  constants.formattingEnvs,
  constants.formattingCommands,
  constants.argumentCommands,
]

/** Whether citation-js knows what a command such as `\emph` stands for. */
const isKnown = (name: string) =>
  /^[&%$#_{}]$|^(?:begin|end)$/.test(name) || tables.some((table) => Object.hasOwn(table, name))

/** Something that cannot be read in a value of BibTeX, and where in it. */
type Fault = { offset: number; reason: string }

const formulas = /\\.|\$((?:\\.|[^$\\])*)\$|\$/gs

/** A formula that is none in a value of BibTeX: without it, nothing of the value can be read. */
export function findFormulaFault(value: string): Fault | undefined {
  for (const { 0: found, 1: tex, index } of value.matchAll(formulas)) {
    if (found === "$") {
      return { offset: index, reason: "Unexpected $ without another, expected \\$ for the sign" }
    }
    if (tex === undefined) continue
    const formula = formulaOf(tex, false)
    if ("math" in formula) continue
    const { offset, reason } = formula.fault
    return { offset: index + 1 + offset, reason: `Unexpected ${reason}` }
  }
  return undefined
}

/** Commands in a value of BibTeX that would be printed as they stand. */
export function* unknownCommandsIn(value: string): Generator<Fault> {
  const text = value.replaceAll(formulas, (found, tex?: string) =>
    tex === undefined ? found : " ".repeat(found.length),
  )
  for (const { 0: found, 1: name = "", index } of text.matchAll(/\\([a-zA-Z]+|.)/gs)) {
    if (isKnown(name.trim())) continue
    yield {
      offset: index,
      reason: `Unexpected ${found}, expected the sign or word that it stands for`,
    }
  }
}

/** A value with its formulas as text and in a form of which citation-js makes the right letters. */
export const readableTex = (value: string) =>
  value
    .replaceAll(formulas, (found, tex?: string) => (tex === undefined ? found : textOfTex(tex)))
    // An accent takes the dot from its letter by itself.
    .replaceAll(
      /(\\(?:["'`^~=.]|[uvHckbdrt](?![a-zA-Z]))\s*\{?\s*)\\([ij])(?![a-zA-Z])\s?/g,
      "$1$2",
    )
    .replaceAll(/\\([~^])\{\s*\}/g, (_all, sign) =>
      sign === "~" ? "{\\textasciitilde}" : "{\\textasciicircum}",
    )

/** A formula as the HTML that citeproc knows; braces keep it from being read again. */
function textOfTex(tex: string): string {
  const formula = formulaOf(tex, false)
  if ("fault" in formula) return ""
  const text = textOf(formula.math).replaceAll(
    /[\\{}$&%#_~]/g,
    (sign) => signs[sign] ?? `\\${sign}`,
  )
  return `{${text}}`
}

const signs: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "~": "{\\textasciitilde}",
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value
  if (node.type !== "element") return ""
  const parts = node.children.map(textOf)
  const [first = "", second = "", third = ""] = parts
  switch (node.tagName) {
    case "annotation":
      return ""
    case "msup":
    case "mover":
      return `${first}<sup>${second}</sup>`
    case "msub":
    case "munder":
      return `${first}<sub>${second}</sub>`
    case "msubsup":
    case "munderover":
      return `${first}<sub>${second}</sub><sup>${third}</sup>`
    case "mfrac":
      return `${first}/${second}`
    case "msqrt":
      return `√${parts.join("")}`
    case "mspace":
      return " "
    default:
      return parts.join("")
  }
}
