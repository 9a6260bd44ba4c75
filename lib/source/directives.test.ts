import { expect, test } from "vitest"
import { problemAt, type Problem } from "../model/problem"
import type { RuleId } from "../model/rules"
import { directivesIn, withoutDisabled } from "./directives"

const file = "content/posts/own/index.mdx"
const bodyOf = (...lines: readonly string[]) => ["---", "title: Own", "---", ...lines].join("\n")

/** The rules of directives with the lines that they cover, or what is wrong with them. */
function readingOf(text: string, path = file) {
  const problems: Problem[] = []
  const directives = directivesIn(path, text, (problem) => problems.push(problem))
  return [
    ...directives.map(({ rule, line, place }) => `${place.line}:${place.column} ${rule} ${line}`),
    ...problems.map(({ rule, place }) => `${place.line}:${place.column} ${rule}`),
  ]
}

test.each<[string, string, readonly string[]]>([
  ["names a rule", "{/* partwise-disable-next-line link-text */}\nText", ["4:32 link-text 5"]],
  [
    "names two",
    "{/* partwise-disable-next-line spelling, link-text */}\nText",
    ["4:32 spelling 5", "4:42 link-text 5"],
  ],
  [
    "says why",
    "{/* partwise-disable-next-line spelling -- it is a link-text */}\n\nText",
    ["4:32 spelling 6"],
  ],
  [
    "is in a quotation",
    "> {/* partwise-disable-next-line spelling */}\n> Text",
    ["4:34 spelling 5"],
  ],
  ["is shown in a line", "Write `{/* partwise-disable-next-line spelling */}`.", []],
  ["is shown as code", "```mdx\n{/* partwise-disable-next-line spelling */}\n```", []],
  ["is of YAML, in a body", "# partwise-disable-next-line spelling", []],
  ["names no rule", "{/* partwise-disable-next-line */}", ["4:5 disable"]],
  ["is mistyped", "{/* partwise-disable-line spelling */}", ["4:27 spelling 0", "4:5 disable"]],
  ["names an unknown rule", "{/* partwise-disable-next-line link-txt */}", ["4:32 disable"]],
  ["names an error", "{/* partwise-disable-next-line link-target */}", ["4:32 disable"]],
])("a comment that %s", (_name, body, expected) => {
  expect(readingOf(bodyOf(body))).toEqual(expected)
})

test("in YAML a comment begins with #, in front matter too", () => {
  const yaml = "# partwise-disable-next-line spelling\ntitle: Nets"
  expect(readingOf(yaml, "content/series/nets.yaml")).toEqual(["1:30 spelling 2"])
  expect(readingOf(`---\n${yaml}\n---\n`)).toEqual(["2:30 spelling 3"])
})

test("in BibTeX a comment begins with %", () => {
  const bibtex =
    "@book{a,\n  % partwise-disable-next-line bibliography-command -- so it is called\n  title = {A}\n}"
  expect(readingOf(bibtex, "content/references.bib")).toEqual(["2:32 bibliography-command 3"])
})

const problem = (line: number, rule: RuleId) => problemAt(file, { line, column: 7 }, "", rule)
const left = (
  problems: readonly Problem[],
  text: string,
  everywhere: readonly string[] = [],
  unasked: readonly RuleId[] = [],
) =>
  withoutDisabled(
    problems,
    directivesIn(file, text, () => undefined),
    everywhere,
    unasked,
  ).map(({ rule, place }) => `${place.line} ${rule}`)
const text = bodyOf("{/* partwise-disable-next-line link-text */}", "Text")

test("a directive turns off a warning of its rule in its line, and nothing else", () => {
  expect(left([problem(5, "link-text"), problem(5, "link-text")], text)).toEqual([])
  expect(left([problem(5, "link-text"), problem(5, "spelling")], text)).toEqual(["5 spelling"])
  expect(left([problem(6, "link-text")], text)).toEqual(["6 link-text", "4 disable-unused"])
})

test("an error stays, whoever turns it off", () => {
  expect(left([problem(5, "tex")], text, ["tex"])).toEqual(["5 tex"])
})

test("the site turns a warning off everywhere", () => {
  expect(left([problem(9, "spelling")], "", ["spelling"])).toEqual([])
  expect(left([], text, ["disable-unused"])).toEqual([])
})

test("a directive is unused only where its warning was looked for", () => {
  expect(left([], text, [], ["link-text"])).toEqual([])
})
