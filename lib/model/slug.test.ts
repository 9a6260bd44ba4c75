import { expect, test } from "vitest"
import { slugPattern } from "./schema"
import { slugOf } from "./slug"

test.each([
  ["Attention is a weighted mean", "attention-is-a-weighted-mean"],
  ["Ng's “Deep Learning”: Part 1 ✔️", "ngs-deep-learning-part-1"],
  ["Größe & Maß", "größe-maß"],
  ["深層学習 入門", "深層学習-入門"],
  ["Что такое градиент?", "что-такое-градиент"],
  ["हिन्दी", "हिन्दी"],
  ["  --a__b--  ", "a-b"],
  ["cafe\u0301", "café"],
])("%s is %s in an address", (title, slug) => {
  expect(slugOf(title)).toBe(slug)
  expect(slugPattern.form.test(slug)).toBe(true)
})

test.each(["", "✔️", "…"])("%j has no name", (title) => {
  expect(slugOf(title)).toBe("")
})
