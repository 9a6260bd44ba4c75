import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { edited, messagesWith, postSaying } from "../../testing/workspace"

const own = "content/posts/own/index.mdx"

/** A body begins in line 7 of its file. */
const messagesOfBody = (body: string) => messagesWith(postSaying(body))

test.each<[string, unknown]>([
  ["$\\fraq{1}{2}$", found(`${own}:7:2`, "tex", "\\fraq", "did you mean \\frac?")],
  [
    "a\n\n$$\nx = 1 \\\\\n  \\alpa\n$$",
    found(`${own}:11:3`, "tex", "\\alpa", "did you mean \\alpha?"),
  ],
  ["> $$\n> \\oops\n> $$", found(`${own}:8:3`, "tex", "\\oops")],
  [
    "Let $a\nb_c_d$",
    "8:4: Unexpected second subscript, expected one, or braces around what has the first",
  ],
  [
    "$\\frac{1}$",
    "7:10: Unexpected end of the formula, expected what the last command takes, in braces",
  ],
  ["$a & b$", found(`${own}:7:4`, "tex", " &", "aligned")],
  [
    "$\\begin{aligne}a\\end{aligne}$",
    "7:8: Unexpected environment aligne, expected one such as aligned; did you mean aligned?",
  ],
  ["$\\left( a$", "7:2: Unexpected \\left without \\right, expected both"],
  ["$\\left( \\frac{a}{b \\right)$", found(`${own}:7:17`, "tex", "{", "}")],
  ["$$\n\\frac{1}{1 + e^{-s}\n\\label{a}\n$$", found(`${own}:8:9`, "tex", "{", "}")],
  ["$a} \\}$", "7:3: Unexpected } without {, expected both"],
  ["$$\n\\begin{cases} a\n$$", "8:1: Unexpected \\begin without \\end, expected both"],
  ["$50 %$", found(`${own}:7:5`, "tex", " %", "\\%")],
  ["$$\n% fine\n50 % not\n$$", found(`${own}:9:4`, "tex", " %", "\\%")],
  ["It costs 2$/hour at night and 5$/hour.", found(`${own}:7:11`, "tex", "\\text{…}", "\\$")],
  [
    "$$\n\\begin{align} a \\end{align}\n$$",
    found(`${own}:8:1`, "tex", "\\begin{align}", "\\begin{align*}"),
  ],
  ["$$ a \\tag{1} $$", "7:6: Unexpected \\tag, expected \\label{…}"],
  ["$\\ref{a}$", "7:2: Unexpected \\ref, expected [](#…) in the text"],
  ["$$ x\n\ny", found(`${own}:7:1`, "tex", "$$", "\\$\\$")],
  ["$$\n\n$$", found(`${own}:7:1`, "tex", "$$", "\\$\\$")],
  ["$$ $$", "7:1: Unexpected dollars without a formula, expected TeX between them"],
])("TeX: %j", async (body, problem) => {
  const [first] = await messagesOfBody(body)
  expect(first).toEqual(typeof problem === "string" ? `${own}:${problem} (tex)` : problem)
})

test.each([
  "$50 \\%$, $dx dy$, $\\text{for all } x$, $\\triangle ABC \\sim \\triangle DEF$",
  "$$\n% A remark.\n\\left( a \\right) \\\\\n  % Another.\n\\{\n$$",
])("TeX: %j is sound", async (body) => {
  expect(await messagesOfBody(body)).toEqual([])
})

test.each<[string, unknown]>([
  [
    "$x \\label{a}$",
    "7:4: Unexpected \\label in a line of text, expected it in a formula between $$",
  ],
  [
    "$$\nx \\label{a} \\label{b}\n$$",
    "8:13: Unexpected second \\label of one formula, expected one",
  ],
  [
    "$$ x \\label{a b} $$",
    '7:6: Unexpected id "a b", expected letters and digits, with - _ . or : between them',
  ],
  [
    "<Figure id='a#b'>\n> a\n\nb\n</Figure>",
    '7:9: Unexpected id "a#b", expected letters and digits, with - _ . or : between them',
  ],
  ["## A\n\n$$ x \\label{a} $$", "9:6: Unexpected id a, expected one that no heading has"],
  [
    "$$ x \\label{a} $$\n\n<Table id='a'>\nb\n\n| c |\n| - |\n</Table>",
    found(`${own}:9:8`, "label", "id a "),
  ],
])("a label: %j", async (body, problem) => {
  expect(await messagesOfBody(body)).toEqual([
    typeof problem === "string" ? `${own}:${problem} (label)` : problem,
  ])
})

test.each([
  [
    "<Figure>\n</Figure>",
    "<Figure> with nothing to show, expected an image or the like, and an empty line above the caption",
  ],
  [
    "<Figure>\nOnly a caption.\n</Figure>",
    "<Figure> with nothing to show, expected an image or the like, and an empty line above the caption",
  ],
  [
    "<Figure id='a'>\n> shown\n</Figure>",
    "<Figure> with an id and without a caption, expected a paragraph that says what it shows",
  ],
  [
    "<Table>\nText.\n</Table>",
    "no table in <Table>, expected one, with empty lines around it, and its caption",
  ],
  [
    "<Table>\n| a |\n| - |\n\n| b |\n| - |\n</Table>",
    "two tables in one <Table>, expected one, with empty lines around it, and its caption",
  ],
])("a figure: %j", async (body, problem) => {
  expect(await messagesOfBody(body)).toEqual([`${own}:7:1: Unexpected ${problem} (figure)`])
})

test("a caption right below its image", async () => {
  const body = "<Figure>\n![A net](https://example.com/a.png)\nA caption.\n</Figure>"
  expect(await messagesOfBody(body)).toEqual([found(`${own}:8:1`, "figure")])
})

test("a width that there is not", async () => {
  expect(await messagesOfBody('<Figure width="huge">\n> a\n</Figure>')).toEqual([
    `${own}:7:9: Unexpected "huge" as width of <Figure>, expected text, wide, full or margin (tag-attribute)`,
  ])
})

const labelled = edited(
  "posts/two/index.mdx",
  "Text.",
  "A note.[^n]\n\n$$ x \\label{adam} $$\n\n<Figure id='unet'>\n> a\n\nb\n</Figure>\n\n[^n]: Note.",
)

const bare = `${own}:7:1: Unexpected link without a text, expected one: only posts, pages, and their headings, figures, tables and equations have names (link-empty)`

test.each<[string, unknown]>([
  [
    "[](/posts/two/#unett)",
    found(`${own}:7:1`, "link-fragment", "#unett", "posts/two/", "did you mean unet?"),
  ],
  ["[](#unet)", found(`${own}:7:1`, "link-fragment", "#unet", ` ${own} `)],
  ["[](/posts/two/#fn-n)", bare],
  ["[](/series/nets/)", bare],
  ["[](https://example.com)", bare],
])("a reference: %s", async (link, problem) => {
  expect(await messagesWith({ ...labelled, ...postSaying(link) })).toEqual([problem])
})

test("references to figures, equations, headings, notes, posts and pages are sound", async () => {
  const body =
    "[](/posts/two/#unet) [](/posts/two/#adam) [](/posts/two/#depth) [note](/posts/two/#fn-n) [](/posts/two/) [](/about/)"
  expect(await messagesWith({ ...labelled, ...postSaying(body) })).toEqual([])
})
