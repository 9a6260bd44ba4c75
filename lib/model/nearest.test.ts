import { expect, test } from "vitest"
import { findNearest, suggestionOf } from "./nearest"

test.each([
  ["tilte", "title"],
  ["Title", "title"],
  ["titel", "title"],
  ["tags", "tags"],
  ["descripton", "description"],
  ["tgas", "tags"],
  ["gats", undefined],
  ["descr", undefined],
  ["author", undefined],
  ["p", undefined],
  ["", undefined],
])("who writes %j means %j", (word, meant) => {
  expect(findNearest(word, ["title", "description", "tags", "q"])).toBe(meant)
})

test("the nearest of several is meant, and of equals the first", () => {
  expect(findNearest("parts", ["party", "part", "parts"])).toBe("parts")
  expect(findNearest("parx", ["part", "park"])).toBe("part")
})

test("a suggestion is the end of a sentence", () => {
  expect(suggestionOf("tilte", ["title"])).toBe("; did you mean title?")
  expect(suggestionOf("author", ["title"])).toBe("")
  expect(suggestionOf("author", [])).toBe("")
})
