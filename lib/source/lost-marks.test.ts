import { expect, test } from "vitest"
import { messagesWith, postSaying } from "../testing/workspace"

const own = "content/posts/own/index.mdx"
const dollar =
  "Unexpected $ without another, expected $ right behind the formula too, or \\$ for the sign itself (tex)"
const dashes =
  "Unexpected row of dashes that makes no table, expected as many columns as in the row right above it (table)"

/** A body begins in line 7 of its file. */
test.each([
  [
    "##Depth\n\n> A line\n> ###More",
    "7:1: Unexpected ## without a space behind it, expected one, or \\## for the signs themselves (heading)",
    "10:3: Unexpected ### without a space behind it, expected one, or \\### for the signs themselves (heading)",
  ],
  ["| a | b | c |\n| - | - |\n| d | e |", `8:1: ${dashes}`],
  ["| a | b |\n| --- |\n| d | e |", `8:1: ${dashes}`],
  ["a | `b`\n:-- | -- | --:\nc | d", `8:1: ${dashes}`],
  [
    "See [depth](/posts/part two/).",
    "7:13: Unexpected space in the address /posts/part two/, expected one without, such as /posts/part-two/ (link-target)",
  ],
  [
    '![A *net*\nof `1`](my net.png "A net")',
    "8:9: Unexpected space in the address my net.png, expected one without, such as my-net.png (link-target)",
  ],
  [
    "See [*depth*] (/posts/two/).",
    "7:14: Unexpected space between ] and ( of a link, expected none (link-target)",
  ],
  [
    "See (depth)[/posts/two/].",
    "7:5: Unexpected (…)[…] around a link, expected [text](/posts/two/) (link-target)",
  ],
  [
    "See [depth][secnd].\n\n[second]: /posts/two/",
    "7:5: Unexpected link to [secnd], expected a line [secnd]: and its address; did you mean [second]? (link-target)",
  ],
  ["The rate $x is 0.", `7:10: ${dollar}`],
  ["The rate $\\eta is 0.", `7:10: ${dollar}`],
  ["The rate $x $ and *$y*.", `7:10: ${dollar}`, `7:20: ${dollar}`],
  [
    "The rates $ x $ and $ y_i = 0 $.",
    "7:11: Unexpected space behind $, expected the formula right behind it, or \\$ for the sign itself (tex)",
    "7:21: Unexpected space behind $, expected the formula right behind it, or \\$ for the sign itself (tex)",
  ],
  [
    "The rate \\(x\\).",
    "7:10: Unexpected \\( for a formula, expected $ before and behind it (tex)",
  ],
  ["\\[\nx\n\\]", "7:1: Unexpected \\[ for a formula, expected $$ above and below it (tex)"],
  ["> \\[ x_i \\]", "7:3: Unexpected \\[ for a formula, expected $$ above and below it (tex)"],
])("%j", async (body, ...problems) => {
  const files = { ...postSaying(body), "posts/own/my-net.png": undefined }
  expect(await messagesWith(files)).toEqual(problems.map((problem) => `${own}:${problem}`))
})

test.each([
  "\\##Depth, #1, # a `##b`\n#c",
  "a | b\n\n--- ---",
  "Text\n\n---",
  "[sic] (or so), a(i)[x], [see](</posts/two/>), (see [b](/posts/two/ 'Two'))",
  "\\[a](b c) and \\[a] (/posts/two/) and \\(a)[/posts/two/] and \\[a][b]",
  "`[a](b c)` and a[b][c] and [1][2]",
  "It costs $5, 10 $ or US$a, which is \\$x.",
  "A variable `$x`.",
  "$x$ and $ and 5 $ to 6 $",
  "\\[!NOTE\\] and \\[ \\]",
  "[a]\\(b\\)",
  "$$\n\\left[ a \\right]\n$$",
  "```sh\n##a\necho $HOME [a](b c)\n```",
])("%j is sound", async (body) => {
  expect(await messagesWith(postSaying(body))).toEqual([])
})
