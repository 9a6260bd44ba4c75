import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { messagesWith, postSaying } from "../../testing/workspace"

const own = "content/posts/own/index.mdx"

/** A body begins in line 7 of its file. */
test.each<[string, unknown]>([
  ["a[^x]", found(`${own}:7:2`, "note-missing", "[^x]")],
  [
    "a[^depth]\n\nb[^deph]\n\n[^depth]: Text.",
    found(`${own}:9:2`, "note-missing", "[^deph]", "did you mean [^depth]?"),
  ],
  [
    "b[^deph]\n\n[^Depth]: Text.",
    found(`${own}:7:2`, "note-missing", "[^deph]", "did you mean [^Depth]?"),
  ],
  ["a[^x]\n\n[^x]:", found(`${own}:9:1`, "note-missing", "[^x]", "its text")],
  ["a[^b c]", found(`${own}:7:2`, "note-missing", "[^b c]", "[^b-c]")],
  ["a[^b c]\n\n[^b c]: Text.", found(`${own}:9:1`, "note-missing", "[^b c]", "[^b-c]")],
  ["a\n\n[^x]: Text.", found(`${own}:9:1`, "note-unused", "[^x]")],
  ["a[^x]\n\n[^x]: Text.\n\n[^X]: Text.", found(`${own}:11:1`, "note-twice", "[^X]")],
  [
    "a[^x] b[^y]\n\n[^x]: Text[^y].\n\n[^y]: Text.",
    "9:11: Unexpected [^y] in a note, expected it in the text: notes have no notes (note-place)",
  ],
  [
    "[a[^x]](/)\n\n[^x]: Text.",
    "7:3: Unexpected [^x] in a link, expected it after the link (note-place)",
  ],
  [
    "## Note 1\n\na[^1]\n\n[^1]: Text.",
    "7:1: Unexpected heading with the address #note-1, which the note [^1] has, expected other words (heading)",
  ],
  [
    "## Ref minsky1969\n\n[@minsky1969]",
    "7:1: Unexpected heading with the address #ref-minsky1969, which the reference minsky1969 has, expected other words (heading)",
  ],
  [
    "## List of references",
    "7:1: Unexpected heading with the address #list-of-references, which the list of references has, expected other words (heading)",
  ],
])("%j", async (body, problem) => {
  expect(await messagesWith(postSaying(body))).toEqual([
    typeof problem === "string" ? `${own}:${problem}` : problem,
  ])
})

test.each([
  "a[^x]\n\n[^x]: Text.",
  "a[^x] b[^x]\n\n[^x]: Text.",
  "a[^X]\n\n[^x]: Text\n\n    - of blocks",
  "`[^a-z]` and \\[^a-z]",
  "`a^[b]`, \\^[b] and \\[^b c]",
  "[^](/)",
])("%j is sound", async (body) => {
  expect(await messagesWith(postSaying(body))).toEqual([])
})
