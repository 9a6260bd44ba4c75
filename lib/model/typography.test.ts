import { expect, test } from "vitest"
import { typeset, typesetLine } from "./typography"

test.each([
  ["It's Ng's, the students' and o'clock", "It’s Ng’s, the students’ and o’clock"],
  ['He said "yes" and "no".', "He said “yes” and “no”."],
  ['"Yes," she said. ("No.")', "“Yes,” she said. (“No.”)"],
  ["'single' and 'two words'", "‘single’ and ‘two words’"],
  [`"He said 'yes' to it," she said`, "“He said ‘yes’ to it,” she said"],
  [`"'Yes' is what he said"`, "“‘Yes’ is what he said”"],
  [`'"Yes" is what he said'`, "‘“Yes” is what he said’"],
  ["the '90s, the 1990's and 'tis", "the ’90s, the 1990’s and ’tis"],
  ['and/or "a"/"b", key="value"', "and/or “a”/“b”, key=“value”"],
  ['他说"你好"。', "他说“你好”。"],
  ['a paragraph that "goes on', "a paragraph that “goes on"],
  ['6\'2" tall, a 27" screen', "6′2″ tall, a 27″ screen"],
  ["the sign \" alone, and ' too", "the sign \" alone, and ' too"],
  ["“already” so, it’s", "“already” so, it’s"],
])("quotation marks and apostrophes: %s", (typed, printed) => {
  expect(typeset(typed, "en-GB")).toBe(printed)
})

test.each([
  ["1914--1918, A -- B, A---B", "1914–1918, A – B, A—B"],
  ["an em dash --- so", "an em dash — so"],
  ['"I thought--"', "“I thought–”"],
  ["and so on... Or...", "and so on… Or…"],
  ["well-known, -1, - a", "well-known, -1, - a"],
  ["----, -->, <--, a --> b, <!-- c", "----, -->, <--, a --> b, <!-- c"],
  ["with --save and ....", "with --save and ...."],
])("dashes and ellipses: %s", (typed, printed) => {
  expect(typeset(typed, "en")).toBe(printed)
})

test("German has marks of its own", () => {
  expect(typeset(`"Sie sagte 'ja' dazu", so geht's -- wirklich`, "de-AT")).toBe(
    "„Sie sagte ‚ja‘ dazu“, so geht’s – wirklich",
  )
})

test("text of another language stays as it is typed", () => {
  expect(typeset(`"oui" -- l'eau...`, "fr")).toBe(`"oui" -- l'eau...`)
})

test("a quotation may begin in one piece of a line and end in another", () => {
  expect(
    typesetLine(['"', "word", '" and "', undefined, '" and ', undefined, "'s, -", "- a"], "en"),
  ).toEqual(["“", "word", "” and “", "", "” and ", "", "’s, –", " a"])
})

test("what is typeset stays as it is", () => {
  const typed = `"It's 'so'," -- she said... "yes" --- the '90s`
  expect(typeset(typeset(typed, "en"), "en")).toBe(typeset(typed, "en"))
})

test.each([
  ["done ✔️", "done ✔\uFE0E"],
  ["✔ and ✖\uFE0F, ☑\uFE0E", "✔\uFE0E and ✖\uFE0E, ☑\uFE0E"],
  ["a heart ❤\uFE0F", "a heart ❤\uFE0F"],
])("marks are signs of the text in any language: %s", (typed, printed) => {
  expect(typeset(typed, "en")).toBe(printed)
  expect(typeset(typed, "fi")).toBe(printed)
  expect(typesetLine([typed, undefined, '"a"'], "en")).toEqual([printed, "", "“a”"])
})
