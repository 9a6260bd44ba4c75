import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { messagesWith, sound } from "../../testing/workspace"

const file = "references.bib"
const told = (place: string, reason: string) =>
  `content/${file}:${place}: Unexpected ${reason} (bibliography)`
const broken = told("7:1", "BibTeX, expected @type{key, field = {…}, …} with every brace closed")
const pair = "expected a field such as year = {1969}, or }"

test.each<[string, string, unknown]>([
  [
    "a brace that is not closed",
    "@article{a,\n  title = {The {BERT} net,\n  year = 1969\n}\n",
    found(`content/${file}:8:11`, "bibliography", "{", "}"),
  ],
  [
    "a brace in the last field",
    "@article{a,\n  year = 1969,\n  title = {Nets\n}\n",
    found(`content/${file}:9:11`, "bibliography", "{", "}"),
  ],
  [
    "the brace of an entry",
    "@article{a,\n  title = {Nets},\n",
    found(`content/${file}:7:9`, "bibliography", "{", "}"),
  ],
  [
    "a brace too many",
    "@article{a,\n  title = {Nets}},\n  year = 1969\n}\n",
    found(`content/${file}:8:17`, "bibliography", "}", "{"),
  ],
  [
    "a quote that is not closed",
    '@article{a,\n  title = "Nets {\\"o}\n}\n',
    told("8:11", '" without another, expected " at the end of the value too'),
  ],
  [
    "a comma that is missing",
    "@article{a,\n  title = {Nets}\n  year = {1969}\n}\n",
    found(`content/${file}:9:3`, "bibliography", "year"),
  ],
  [
    "a comma too many",
    "@article{a, title = {Nets},, year = 1969}\n",
    told("7:28", `comma, ${pair}`),
  ],
  ["a colon", "@article{a, title: {Nets}}\n", told("7:13", `title, ${pair}`)],
  [
    "a text without braces",
    "@article{a,\n  title = Nets,\n}\n",
    told("8:11", "Nets as a value, expected it in braces"),
  ],
  ["an entry without a key", "@article{\n  title = {Nets}\n}\n", broken],
  ["an entry that only begins", "@article\n", broken],
  ["two entries in one line", "@article{a, title = {A}} @article{b, title = {B}}\n", broken],
])("%s", async (_what, entry, problem) => {
  expect(await messagesWith({ [file]: `${sound[file]}\n${entry}` })).toEqual([problem])
})

test("a broken entry hides none after it, and its own key is still a key", async () => {
  const text =
    sound[file].replace("{Perceptrons}", "{Perceptrons") + sound[file].replace("1969", "1970")
  expect(await messagesWith({ [file]: text })).toEqual([
    found("content/references.bib:3:11", "bibliography"),
  ])
})

test("a key twice", async () => {
  expect(await messagesWith({ [file]: `${sound[file]}\n${sound[file]}` })).toEqual([
    found("content/references.bib:7:1", "bibliography", "minsky1969"),
  ])
})

test("papers are not said to be missing from a bibliography that cannot be read", async () => {
  expect(await messagesWith({ [file]: Buffer.from(`% é\n${sound[file]}`, "latin1") })).toEqual([
    found("content/references.bib:1:3", "file-encoding"),
  ])
})

test("comments, abbreviations and entries of every kind are sound", async () => {
  const text = `% A comment with an author@example.com.\n@comment{anything}\n@string{mit = "MIT Press"}\n${sound[file].replace("year", "publisher = mit,\n  year")}\n@misc{x, title = "{"}X{"}" # { and \\{Y}, % a remark\nmonth = JAN, day = 1,}\n`
  expect(await messagesWith({ [file]: text })).toEqual([])
})
