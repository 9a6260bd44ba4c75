import { suggestionOf } from "../model/nearest"
import { problemAt, type Place, type Problem } from "../model/problem"
import { rules, warningIds, type RuleId, type WarningId } from "../model/rules"

/** A comment that turns a warning off in the line below it. */
export type Directive = {
  file: string
  /** Of the rule's name in the comment. */
  place: Place
  rule: WarningId
  /** The line that the warning is turned off in. */
  line: number
}

const keyword = "partwise-disable-next-line"

/**
 * The directives in a file. One names a rule or several, and can say why:
 * `{/* partwise-disable-next-line link-text, spelling -- a quotation *\/}`, in YAML behind a `#`, in BibTeX behind a `%`.
 */
export function directivesIn(
  file: string,
  text: string,
  report: (problem: Problem) => void,
): readonly Directive[] {
  if (!text.includes("partwise-")) return []
  const lines = text.split("\n")
  return [...commentsIn(file, lines)].flatMap(({ words, place: { line, column } }) => {
    const problem = (offset: number, reason: string) =>
      report(problemAt(file, { line, column: column + offset }, reason, "disable"))
    const [first, ...names] = words.matchAll(/[^\s,]+/g)
    if (first?.[0] !== keyword) problem(0, `Unexpected ${first?.[0]}, expected ${keyword}`)
    else if (names.length === 0) problem(0, `Unexpected ${keyword} without a rule, expected one`)

    const covered = lines.findIndex((text, index) => index >= line && text.trim() !== "") + 1
    return names.flatMap(({ 0: rule, index }) => {
      const place = { line, column: column + index }
      if (isWarning(rule)) return { file, place, rule, line: covered }
      problem(index, faultOf(rule))
      return []
    })
  })
}

/** Comments to the tools, but for those that code shows. */
function* commentsIn(file: string, lines: readonly string[]) {
  const isBibtex = file.endsWith(".bib")
  let isYaml = file.endsWith(".yaml") || lines[0]?.trimEnd() === "---"
  let fence = ""
  for (const [index, line] of lines.entries()) {
    if (isYaml && index > 0 && line.trimEnd() === "---") isYaml = false
    const [, marks = "", rest = ""] = (!isYaml && /^[\s>]*(`{3,}|~{3,})(.*)/.exec(line)) || []
    if (fence === "") fence = marks
    else if (marks.startsWith(fence) && rest.trim() === "") fence = ""
    if (fence !== "") continue
    const comment = isBibtex
      ? /^(\s*%\s*)(partwise-.*)/
      : isYaml
        ? /^(\s*#\s*)(partwise-.*)/
        : /^((?:.*[^`])?\{\/\*\s*)(partwise-.*)\*\/\}/
    const [, before = "", words] = comment.exec(line) ?? []
    if (words === undefined) continue
    yield {
      words: words.replace(/ -- .*/, ""),
      place: { line: index + 1, column: before.length + 1 },
    }
  }
}

const isWarning = (rule: string): rule is WarningId => warningIds.some((one) => one === rule)

function faultOf(rule: string): string {
  const expected = `expected one that warns: ${warningIds.join(", ")}`
  return Object.hasOwn(rules, rule)
    ? `Unexpected ${rule}, which stops a build whatever a comment says, ${expected}`
    : `Unexpected rule ${rule}, ${expected}${suggestionOf(rule, warningIds)}`
}

/**
 * The problems without those that are turned off, and with the directives that turn off nothing.
 *
 * @param everywhere rules that the site turns off
 * @param unasked rules that nothing has looked at, so that a directive may have something to turn off
 */
export function withoutDisabled(
  problems: readonly Problem[],
  directives: readonly Directive[],
  everywhere: readonly string[] = [],
  unasked: readonly RuleId[] = [],
): Problem[] {
  const keyOf = (file: string, line: number, rule: RuleId) => `${file}:${line}:${rule}`
  const open = new Map(directives.map((one) => [keyOf(one.file, one.line, one.rule), one]))
  const used = new Set<Directive>()
  const left = problems.filter(({ file, place, rule, severity }) => {
    if (severity === "error") return true
    const directive = open.get(keyOf(file, place.line, rule))
    if (directive) used.add(directive)
    return !directive && !everywhere.includes(rule)
  })
  if (everywhere.includes("disable-unused")) return left
  // Where there are errors, warnings may not have been looked for.
  const broken = new Set(left.flatMap(({ file, severity }) => (severity === "error" ? file : [])))
  const unused = directives.filter(
    (one) => !used.has(one) && !unasked.includes(one.rule) && !broken.has(one.file),
  )
  const reasonOf = (rule: RuleId) =>
    `Unexpected ${keyword} ${rule}, expected such a warning below it`
  return [
    ...left,
    ...unused.map(({ file, place, rule }) =>
      problemAt(file, place, reasonOf(rule), "disable-unused"),
    ),
  ]
}
