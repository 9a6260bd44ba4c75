import { expect, test } from "vitest"
import { english } from "./en"
import { german } from "./de"
import { capitalised, textOf, wordsOf } from "./words"

test("a language is found by its tag, and one without words has the English", () => {
  expect(wordsOf("de-AT")).toBe(german)
  expect(wordsOf("en-GB")).toBe(english)
  expect(wordsOf("eo")).toBe(english)
  expect(capitalised(german.toCome)).toBe("Folgt")
})

test("fonts are told of all that a language may say", () => {
  for (const word of ["Beiträge", "Menü", "Mit Teil", "Rückgängig", "schließen", "Tabelle"]) {
    expect(textOf("de")).toContain(word)
  }
})

test("what a language says is said, and of its own", () => {
  const names = Object.keys(english) as (keyof typeof english)[]
  // Words that are the same in both.
  const shared = new Set([
    "feed",
    "text",
    "inPassage",
    "sectionIn",
    "numberedIn",
    "labels",
    "scripted",
  ])
  const numbers = [2, 3, 4] as never[]
  const saidBy = (value: unknown) =>
    typeof value === "function"
      ? String((value as (...all: never[]) => unknown)(...numbers))
      : value
  for (const name of names.filter((one) => !shared.has(one) && one !== "seriesTitle")) {
    expect(saidBy(german[name]), name).not.toEqual(saidBy(english[name]))
    expect(saidBy(german[name]), name).not.toBe("")
  }
})
