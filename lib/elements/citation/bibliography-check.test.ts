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
])("%s", async (_what, entry, problem) => {
  expect(await messagesWith({ [file]: `${sound[file]}\n${entry}` })).toEqual([problem])
})

/** The only entry of a file, from line 7 on, with this for a field in line 8. */
const entryWith = (field: string) => ({
  [file]: `${sound[file]}\n@article{own, title = {Own},\n  ${field}\n}\n`,
})

test.each<[string, number, readonly string[]]>([
  ["url = {www.example.org/x}", 10, ["www.example.org/x", "https://"]],
  ["url = {javascript:alert(1)}", 10, ["url", "https://"]],
  ["url = {data:text/html,<script>}", 10, ["url", "https://"]],
  ["url = {see the site}", 10, ["url"]],
  ["doi = {nature14539}", 10, ["doi", "10.1038/nature14539"]],
  ["eprint = {1706}, archivePrefix = {arXiv}", 13, ["1706", "1706.03762"]],
  ["date = {12/05/2020}", 11, ["12/05/2020", "2017-06-12"]],
  ["date = {2020-02-30}", 11, ["2020-02-30"]],
  ["year = {20l7}", 11, ["20l7"]],
  ["year = {12.05.2020}", 11, ["12.05.2020"]],
  ["month = {13}", 12, ["13", "jun"]],
  ["crossref = {nobody}", 15, ["nobody"]],
  ["crossref = {own}", 15, ["own", "lead back"]],
  ["author = {Vaswani, A., Shazeer, N., Parmar, N.}", 20, ["comma", "Family, Given and"]],
  ["author = {Ashish Vaswani, Noam Shazeer, Niki Parmar}", 27, ["comma"]],
  ["author = {A. Vaswani, N. Shazeer}", 23, ["comma"]],
  ["author = {Vaswani, Ashish; Shazeer, Noam}", 28, [";", "and"]],
  ["author = {Kingma, D. P. & Ba, J.}", 27, ["&", "and"]],
  ["author = {Kingma, D. P. \\& Ba, J.}", 27, ["&", "and"]],
  ["author = {Brown, Tom et al.}", 24, ["et al", "and others"]],
  ["author = {Brown, Tom and }", 24, ["and", "both sides"]],
  ["title = {Costs $5}", 18, ["$", "\\$"]],
  ["title = {The $\\elll_1$ norm}", 17, ["\\elll", "did you mean \\ell?"]],
  ["title = {On \\emph nets}", 12, ["title"]],
])("%s", async (field, column, names) => {
  expect(await messagesWith(entryWith(field))).toEqual([
    found(`content/${file}:8:${column}`, "bibliography", ...names),
  ])
})

test.each([
  "author = {King, Jr., Martin Luther and van Beethoven, Ludwig}",
  "author = {{Barnes; Noble \\& Co., Ltd., Inc., NY} and others}",
  "author = {García Márquez, Gabriel José AND Sandy, Anderson}",
  "author = {李, 明 and Plato}",
  "date = {2020-05/2020-06}",
  "date = {1850~}",
  "date = {2020-05-12/..}",
  "year = {in press}",
  "year = {c. 1850}",
  "year = {-380}",
  "month = {Sept.}",
  "month = 12 # { } # may",
  "abstract = {Of\n@article{old} and 5 $}",
  "howpublished = {\\url{https://example.org/a_b}}",
])("%s is sound", async (field) => {
  expect(await messagesWith(entryWith(field))).toEqual([])
})

test("a command that is not known", async () => {
  expect(await messagesWith(entryWith("title = {The \\foo{net} of \\TeX}"))).toEqual([
    found(`content/${file}:8:16`, "bibliography-command", "\\foo"),
  ])
  const asked = "% partwise-disable-next-line bibliography-command\n  title = {The \\foo{net}}"
  expect(await messagesWith(entryWith(asked))).toEqual([])
})

test.each([
  ["two entries in one line", "@article{a, title = {A}} @article{b, title = {B}}"],
  ["an entry in round brackets", "@article(a, title = {A (b) c})"],
  ["an entry that is a remark", "% @article{a,\n%   title = {A\n"],
  ["a comment of several lines", "@comment{jabref-meta:\n@article{a, title = {A}}\n}"],
  ["a comma behind an entry", "@article{a, title = {A}},\n\n@article{b, title = {B}}"],
])("%s is sound", async (_what, entry) => {
  expect(await messagesWith({ [file]: `${sound[file]}\n${entry}\n` })).toEqual([])
})

test("a fault of @string is told where it is", async () => {
  const text = `@string{mit = MIT}\n${sound[file]}`
  expect(await messagesWith({ [file]: text })).toEqual([
    found(`content/${file}:1:15`, "bibliography", "MIT"),
  ])
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
