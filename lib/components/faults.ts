import { relative } from "node:path"
import { suggestionOf } from "../model/nearest"
import { problemAt, type Place, type Problem } from "../model/problem"
import type { Rendered } from "./task"
import type { FoundUse } from "./types"

/** What is wrong with what a use has come to. */
export function faultsOf(root: string, use: FoundUse, one: Rendered): readonly Problem[] {
  const { name, file, exported, document, place } = use
  const problem = (reason: string, at = { file: document, place }) => [
    problemAt(at.file, at.place, `Unexpected ${reason}`, "component"),
  ]
  if ("missing" in one) {
    const found = one.missing.length > 0 ? `one of ${one.missing.join(", ")}` : "an export"
    return problem(
      `<${name}>, which ${file} does not export as ${exported}, expected ${found}${suggestionOf(exported, one.missing)}`,
    )
  }
  if ("error" in one) {
    const at = findPlace(root, one.stack)
    const where = at ? `: in <${name}> of ${document}:${place.line}` : ` in <${name}>`
    return problem(
      `failure (${one.error})${where}, expected ${isOfBrowser.test(one.error) ? inBrowser : "a component that can show this"}`,
      at,
    )
  }
  const tag = refusedTag.exec(one.html)?.[1]
  if (tag === undefined) return []
  return problem(`<${tag}> in what <${name}> shows, expected ${instead[tag] ?? "none"}`)
}

const isOfBrowser = /\bis not defined$/
const inBrowser = "one that renders on a server, where there is no window: ask for it in an effect"

const refusedTag = /<(script|style|iframe|link|object|embed)\b/

const instead: Readonly<Record<string, string>> = {
  style: "style={{…}} on its elements: pages allow no style element",
  link: "style={{…}} on its elements: pages allow no style sheet of others",
  script: "an effect: pages allow no script that is not in a file of the site",
}

/** The innermost place in the content that a stack names. */
function findPlace(root: string, stack: string): { file: string; place: Place } | undefined {
  for (const [, path = "", line, column] of stack.matchAll(
    /(?:\(|at )(?:file:\/\/)?(\/[^()\n]+?):(\d+):(\d+)/g,
  )) {
    const file = relative(root, path).replaceAll("\\", "/")
    if (file.startsWith("content/")) {
      return { file, place: { line: Number(line), column: Number(column) } }
    }
  }
  return undefined
}
