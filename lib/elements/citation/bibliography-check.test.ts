import { expect, test } from "vitest"
import { messagesWith, sound } from "../../testing/workspace"

const file = "references.bib"
const broken = "7:1: Unexpected BibTeX, expected @type{key, field = {…}, …} with every brace closed"
const pair = "expected a field such as year = {1969}, or }"

test.each([
  [
    "a brace that is not closed",
    "@article{a,\n  title = {The {BERT} net,\n  year = 1969\n}\n",
    "8:11: Unexpected { without }, expected both",
  ],
  [
    "a brace in the last field",
    "@article{a,\n  year = 1969,\n  title = {Nets\n}\n",
    "9:11: Unexpected { without }, expected both",
  ],
  [
    "the brace of an entry",
    "@article{a,\n  title = {Nets},\n",
    "7:9: Unexpected { without }, expected both",
  ],
  [
    "a brace too many",
    "@article{a,\n  title = {Nets}},\n  year = 1969\n}\n",
    "8:17: Unexpected } without {, expected both",
  ],
  [
    "a quote that is not closed",
    '@article{a,\n  title = "Nets {\\"o}\n}\n',
    '8:11: Unexpected " without another, expected " at the end of the value too',
  ],
  [
    "a comma that is missing",
    "@article{a,\n  title = {Nets}\n  year = {1969}\n}\n",
    "9:3: Unexpected year after a value, expected a comma between the two",
  ],
  [
    "a comma too many",
    "@article{a, title = {Nets},, year = 1969}\n",
    `7:28: Unexpected comma, ${pair}`,
  ],
  ["a colon", "@article{a, title: {Nets}}\n", `7:13: Unexpected title, ${pair}`],
  [
    "a text without braces",
    "@article{a,\n  title = Nets,\n}\n",
    "8:11: Unexpected Nets as a value, expected it in braces",
  ],
  ["an entry without a key", "@article{\n  title = {Nets}\n}\n", broken],
  ["an entry that only begins", "@article\n", broken],
  ["two entries in one line", "@article{a, title = {A}} @article{b, title = {B}}\n", broken],
])("%s", async (_what, entry, problem) => {
  expect(await messagesWith({ [file]: `${sound[file]}\n${entry}` })).toEqual([
    `content/references.bib:${problem} (bibliography)`,
  ])
})

test("a broken entry hides none after it, and its own key is still a key", async () => {
  const text =
    sound[file].replace("{Perceptrons}", "{Perceptrons") + sound[file].replace("1969", "1970")
  expect(await messagesWith({ [file]: text })).toEqual([
    "content/references.bib:3:11: Unexpected { without }, expected both (bibliography)",
  ])
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
  const text = `% A comment with an author@example.com.\n@comment{anything}\n@string{mit = "MIT Press"}\n${sound[file].replace("year", "publisher = mit,\n  year")}\n@misc{x, title = "{"}X{"}" # { and \\{Y}, % a remark\nmonth = JAN, day = 1,}\n`
  expect(await messagesWith({ [file]: text })).toEqual([])
})
