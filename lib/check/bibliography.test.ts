import { expect, test } from "vitest"
import { messagesWith, sound } from "./testing"

const file = "references.bib"
const broken =
  "Unexpected BibTeX, expected @type{key, field = {…}, …} with every brace closed (bibliography)"

test.each([
  ["a brace that is not closed", "@article{a,\n  title = {Nets\n}\n"],
  ["a comma that is missing", "@article{a,\n  title = {Nets}\n  year = {1969}\n}\n"],
  ["an entry without a key", "@article{\n  title = {Nets}\n}\n"],
  ["an entry that only begins", "@article\n"],
  ["two entries in one line", "@article{a, title = {A}} @article{b, title = {B}}\n"],
])("%s", async (_what, entry) => {
  expect(await messagesWith({ [file]: `${sound[file]}\n${entry}` })).toEqual([
    `content/references.bib:7:1: ${broken}`,
  ])
})

test("a broken entry hides none after it, and its own key is still a key", async () => {
  const text =
    sound[file].replace("{Perceptrons}", "{Perceptrons") + sound[file].replace("1969", "1970")
  expect(await messagesWith({ [file]: text })).toEqual([`content/references.bib:1:1: ${broken}`])
})

test("a key twice", async () => {
  expect(await messagesWith({ [file]: `${sound[file]}\n${sound[file]}` })).toEqual([
    "content/references.bib:7:1: Unexpected key minsky1969, expected another: an entry above has it (bibliography)",
  ])
})

test("papers are not said to be missing from a bibliography that cannot be read", async () => {
  expect(await messagesWith({ [file]: Buffer.from(`% é\n${sound[file]}`, "latin1") })).toEqual([
    "content/references.bib:1:3: Unexpected bytes, expected UTF-8 text (file-encoding)",
  ])
})

test("comments, abbreviations and entries of every kind are sound", async () => {
  const text = `% A comment with an author@example.com.\n@comment{anything}\n@string{mit = "MIT Press"}\n${sound[file].replace("year", "publisher = mit,\n  year")}\n@misc{x, title = "X"}\n`
  expect(await messagesWith({ [file]: text })).toEqual([])
})
