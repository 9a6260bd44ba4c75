import { expect, test } from "vitest"
import { directionOf, inLanguage } from "./language"

test.each([
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["fa", "rtl"],
  ["ur", "rtl"],
  ["yi", "rtl"],
  ["dv", "rtl"],
  ["az-Arab", "rtl"],
  ["az", "ltr"],
  ["en-GB", "ltr"],
  ["ja", "ltr"],
  ["ku-Arab", "rtl"],
  ["ar-Latn", "ltr"],
])("%s runs %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})

test("words in the site's language need no attributes", () => {
  expect(inLanguage({})).toEqual({})
  expect(inLanguage({ lang: "ar" })).toEqual({ lang: "ar", dir: "rtl" })
})
