import type { MdxFlowExpression } from "mdast-util-mdx"
import { expect, test } from "vitest"
import { parseLiteralProgram } from "./literal"
import { treeOf } from "../testing/parsed"

/** The value of what stands in braces. */
function valueOf(code: string) {
  const [expression] = treeOf(`{${code}}`).children
  return parseLiteralProgram((expression as MdxFlowExpression).data?.estree)
}

test.each([
  ['"text"', "text"],
  ["'it\\'s'", "it's"],
  ["`text`", "text"],
  ["`a\\n{b}`", "a\n{b}"],
  ["3", 3],
  ["-1.5e3", -1500],
  ["+2", 2],
  ["0x1f", 31],
  ["1_000", 1000],
  ["true", true],
  ["false", false],
  ["null", null],
  ["undefined", undefined],
  ["[1, [2, 'three']]", [1, [2, "three"]]],
  ["{a: 1, 'b c': {2: [null]}}", { a: 1, "b c": { 2: [null] } }],
  ["(1)", 1],
  ["", undefined],
  ["/* a comment */", undefined],
])("{%s}", (code, value) => {
  expect(valueOf(code)).toEqual(value)
})

test.each([
  ["a", "Unexpected name a in braces, expected a plain value"],
  ["NaN", "Unexpected name NaN in braces, expected a plain value"],
  ["a.b", "Unexpected code in braces, expected a plain value"],
  ["a()", "Unexpected code in braces, expected a plain value"],
  ["import('a')", "Unexpected code in braces, expected a plain value"],
  ["1 + 1", "Unexpected code in braces, expected a plain value"],
  ["1, 2", "Unexpected code in braces, expected a plain value"],
  ["!0", "Unexpected code in braces, expected a plain value"],
  ["-'1'", "Unexpected code in braces, expected a plain value"],
  ["- -a", "Unexpected name a in braces, expected a plain value"],
  ["`a${1}`", "Unexpected code in braces, expected a plain value"],
  ["String.raw`a`", "Unexpected code in braces, expected a plain value"],
  ["/a/", "Unexpected code in braces, expected a plain value"],
  ["/a(?<b>.)/v", "Unexpected code in braces, expected a plain value"],
  ["1n", "Unexpected code in braces, expected a plain value"],
  ["() => 1", "Unexpected code in braces, expected a plain value"],
  ["<b />", "Unexpected code in braces, expected a plain value"],
  ["[...a]", "Unexpected spread in braces, expected a plain value"],
  ["[1, , 2]", "Unexpected spread in braces, expected a plain value"],
  ["{...a}", "Unexpected spread in braces, expected a plain value", "({...a})"],
  ["{[a]: 1}", "Unexpected spread in braces, expected a plain value"],
  ["{a}", "Unexpected name a in braces, expected a plain value"],
  ["{get a() { return 1 }}", "Unexpected code in braces, expected a plain value"],
  ["[1, [a]]", "Unexpected name a in braces, expected a plain value"],
])("{%s} is refused", (code, reason, written = code) => {
  expect(() => valueOf(written)).toThrow(new SyntaxError(reason))
})

test("an object has no more than what is written, whatever its keys are", () => {
  const value = valueOf('{"__proto__": {"a": 1}}')
  expect(Object.entries(value as object)).toEqual([["__proto__", { a: 1 }]])
  expect((value as { a?: number }).a).toBeUndefined()
})
