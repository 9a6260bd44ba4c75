import { expect, test } from "vitest"
import { byTerm, findTerm, termId, type GlossaryEntry } from "./glossary"

const entryOf = (term: string, ...also: string[]): GlossaryEntry => ({
  id: termId(term),
  term,
  definition: "",
  also,
  see: [],
})
const glossary = [
  entryOf("mini-batch", "minibatch"),
  entryOf("loss"),
  entryOf("word embedding", "embedding"),
]

test.each([
  ["loss", "loss"],
  ["Losses", "loss"],
  ["mini-batches", "mini-batch"],
  ["Minibatch", "mini-batch"],
  ["word\n embeddings", "word embedding"],
  ["los", undefined],
  ["batch", undefined],
])("%j is the term %s", (words, term) => {
  expect(findTerm(words, glossary)?.term).toBe(term)
})

test.each([
  ["gradient descent", "gradient-descent"],
  ["F1 (score)", "f1-score"],
  ["Größe", "größe"],
])("the id of %s is %s", (term, id) => {
  expect(termId(term)).toBe(id)
})

test("terms are in alphabetical order, whatever their case", () => {
  expect([entryOf("ReLU"), entryOf("pooling"), entryOf("softmax")].sort(byTerm)[0]?.term).toBe(
    "pooling",
  )
})
