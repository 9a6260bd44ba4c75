import { expect, test } from "vitest"
import { messageOf, problemAt, byPlace, placeAt } from "./problem"

const at = (file: string, line: number, column: number, reason = "Unexpected a, expected b") =>
  problemAt(file, { line, column }, reason, "heading")

test("a problem is printed in one line that a terminal can jump to", () => {
  expect(messageOf(at("content/a.mdx", 3, 14))).toBe(
    "content/a.mdx:3:14: Unexpected a, expected b (heading)",
  )
  expect(messageOf(at("content/a.mdx", 3, 14, "Unexpected a\n  b"))).toBe(
    "content/a.mdx:3:14: Unexpected a b (heading)",
  )
})

test("problems go by file, then by line and column as numbers, then by text", () => {
  const sorted = [
    at("a", 2, 9),
    at("a", 2, 10),
    at("a", 10, 1, "x"),
    at("a", 10, 1, "y"),
    at("b", 1, 1),
  ]
  expect(sorted.toReversed().sort(byPlace)).toEqual(sorted)
})

test.each([
  [0, { line: 1, column: 1 }],
  [1, { line: 1, column: 2 }],
  [2, { line: 1, column: 3 }],
  [3, { line: 2, column: 1 }],
  [4, { line: 3, column: 1 }],
  [5, { line: 3, column: 2 }],
])("offset %d of a text is at %j", (offset, place) => {
  expect(placeAt("ab\n\nc", offset)).toEqual(place)
})
