import { walkBody } from "../../mdx/walk"
import type { FootnoteReference } from "mdast"
import { expect, test } from "vitest"
import { treeOf } from "../../testing/parsed"
import type { Citation } from "./syntax"

/** What a body cites: each item as prefix|key|suffix, with a minus where the authors are left out. */
function citationsOf(body: string) {
  const found: string[][] = []
  const citation = ({ narrative, items }: Citation) => {
    found.push([
      narrative ? "narrative" : "brackets",
      ...items.map(
        ({ key, prefix, suffix, withoutAuthor }) =>
          `${prefix}|${withoutAuthor ? "-" : ""}${key}|${suffix}`,
      ),
    ])
  }
  walkBody(treeOf(body), [{ nodes: { citation } }])
  return found
}

test.each([
  ["[@vaswani2017]", ["|vaswani2017|"]],
  ["[@a; @b]", ["|a|", "|b|"]],
  ["[@a, p. 3]", ["|a|, p. 3"]],
  ["[see @a, sec. 2; also @b]", ["see|a|, sec. 2", "also|b|"]],
  ["[-@a]", ["|-a|"]],
  ["[see -@a]", ["see|-a|"]],
  ["[@a [p. 3]]", undefined],
  ["[see\n@a,\npp. 3-5]", ["see|a|, pp. 3-5"]],
  ["> [see @a,\n> p. 3]", ["see|a|, p. 3"]],
  ["[@DBLP:conf/nips/a-b_c.d.]", ["|DBLP:conf/nips/a-b_c.d|."]],
  ["[@a, \\[p\\] \\; me\\@b]", ["|a|, [p] ; me@b"]],
  ["[me@example.org; @a]", ["me@example.org;|a|"]],
  ["[@a; see the notes]", ["|a|; see the notes"]],
  ["[@a and @b]", ["|a|", "and|b|"]],
  ["[@größe2020]", ["|größe2020|"]],
  ["*[@a]*", ["|a|"]],
  ["| x |\n| - |\n| [@a] |", ["|a|"]],
  ["a[^1]\n\n[^1]: [@a]", ["|a|"]],
])("%j cites in brackets", (body, items) => {
  const brackets = citationsOf(body).filter(([kind]) => kind === "brackets")
  expect(brackets).toEqual(items ? [["brackets", ...items]] : [])
})

test.each([
  ["@a writes", "a"],
  ["As @a. Next", "a"],
  ["(@a)", "a"],
  ["“@a”", "a"],
  ["as—@a's", "a"],
  ["*@a*", "a"],
])("%j cites in the sentence", (body, key) => {
  expect(citationsOf(body)).toEqual([["narrative", `|${key}|`]])
})

test.each([
  "me@example.com",
  "mail me.you@host now",
  "`@a`",
  "```\n@a [@a]\n```",
  "\\@a and \\[\\@a]",
  "5 @ 3",
  "@",
  "[ ] a",
  "https://example.com/@a",
  "<kbd>A</kbd> [@] []",
  "{/* @a */}",
])("%j cites nothing", (body) => {
  expect(citationsOf(body)).toEqual([])
})

test("the text of a link is read as such", () => {
  expect(citationsOf("[see @a](/)")).toEqual([["narrative", "|a|"]])
})

test("each key has its place", () => {
  const places: (readonly [string, number, number])[] = []
  const citation = ({ items }: Citation) => {
    for (const { key, start } of items) places.push([key, start.line, start.column])
  }
  walkBody(treeOf("Text\n> - [see @a;\n>   also @b] and @c"), [{ nodes: { citation } }])
  expect(places).toEqual([
    ["a", 2, 10],
    ["b", 3, 10],
    ["c", 3, 18],
  ])
})

test("two citations side by side, and one at the end of a line, are two", () => {
  expect(citationsOf("[@a][@b]\n@c\nd")).toHaveLength(3)
})

test("a note without a text is a note all the same", () => {
  const found: string[] = []
  const body = "a[^x] b[^Y z] c[^y] `[^d]` \\[^e]\n\n[^y]: text"
  const footnoteReference = ({ identifier, position }: FootnoteReference) => {
    found.push(`${identifier} ${position?.start.column}-${position?.end.column}`)
  }
  walkBody(treeOf(body), [{ nodes: { footnoteReference } }])
  expect(found).toEqual(["x 2-6", "y 16-20"])
})
