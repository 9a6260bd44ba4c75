import { expect, test } from "vitest"
import { found } from "../testing/found"
import { messagesWith, postSaying } from "../testing/workspace"

const own = "content/posts/own/index.mdx"
const dollar = (place: string) => found(`${own}:${place}`, "tex", " $ ", "\\$")
const dashes = found(`${own}:8:1`, "table")

/** A body begins in line 7 of its file. */
test.each<[string, ...unknown[]]>([
  [
    "##Depth\n\n> A line\n> ###More",
    found(`${own}:7:1`, "heading", " ## ", "\\## "),
    found(`${own}:10:3`, "heading", " ### ", "\\### "),
  ],
  ["| a | b | c |\n| - | - |\n| d | e |", dashes],
  ["| a | b |\n| --- |\n| d | e |", dashes],
  ["a | `b`\n:-- | -- | --:\nc | d", dashes],
  [
    "See [depth](/posts/part two/).",
    found(`${own}:7:13`, "link-target", "/posts/part two/", "/posts/part-two/"),
  ],
  [
    '![A *net*\nof `1`](my net.png "A net")',
    found(`${own}:8:9`, "link-target", "my net.png", "my-net.png"),
  ],
  ["See [*depth*] (/posts/two/).", found(`${own}:7:14`, "link-target", "] and (")],
  [
    "See (depth)[/posts/two/].",
    "7:5: Unexpected (…)[…] around a link, expected [text](/posts/two/) (link-target)",
  ],
  [
    "See [depth][secnd].\n\n[second]: /posts/two/",
    found(`${own}:7:5`, "link-target", "[secnd]: ", "did you mean [second]?"),
  ],
  ["H~2~O", found(`${own}:7:2`, "foreign-mark", "~2~", "<sub>2</sub>")],
  ["x^2^", found(`${own}:7:2`, "foreign-mark", "^2^", "<sup>2</sup>")],
  ["| a | b |\n| c | d |\n| e | f |", found(`${own}:7:1`, "table", "row of dashes")],
  ["> | a | b |\n> | c | d |", found(`${own}:7:3`, "table", "row of dashes")],
  ["The rate $x is 0.", dollar("7:10")],
  ["The rate $\\eta is 0.", dollar("7:10")],
  ["The rate $x $ and *$y*.", dollar("7:10"), dollar("7:20")],
  [
    "The rates $ x $ and $ y_i = 0 $.",
    "7:11: Unexpected space behind $, expected the formula right behind it, or \\$ for the sign itself (tex)",
    "7:21: Unexpected space behind $, expected the formula right behind it, or \\$ for the sign itself (tex)",
  ],
])("%j", async (body, ...problems) => {
  const files = { ...postSaying(body), "posts/own/my-net.png": undefined }
  expect(await messagesWith(files)).toEqual(
    problems.map((problem) => (typeof problem === "string" ? `${own}:${problem}` : problem)),
  )
})

test.each([
  "\\##Depth, #1, # a `##b`\n#c",
  "a | b\n\n--- ---",
  "Text\n\n---",
  "[sic] (or so), a(i)[x], [see](</posts/two/>), (see [b](/posts/two/ 'Two'))",
  "\\[a](b c) and \\[a] (/posts/two/) and \\(a)[/posts/two/] and \\[a][b]",
  "`[a](b c)` and a[b][c] and [1][2]",
  "~/a and ~/b, a ~ b, `~a~`, \\~a~, ~~a~~",
  "a == b == c, `==a==`, \\==a==, x^a and x^b, 2^n, $x^2 + y^2$",
  "|a| and |b|\n\n| a | b |",
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
