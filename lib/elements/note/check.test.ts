import { expect, test } from "vitest"
import { messagesWith, postSaying } from "../../testing/workspace"

const own = "content/posts/own/index.mdx"

/** A body begins in line 7 of its file. */
test.each([
  [
    "a[^x]",
    "7:2: Unexpected note [^x] without a text, expected a line [^x]: …, or \\[^ for the sign itself (note-missing)",
  ],
  [
    "a[^depth]\n\nb[^deph]\n\n[^depth]: Text.",
    "9:2: Unexpected note [^deph] without a text, expected a line [^deph]: …, or \\[^ for the sign itself; did you mean [^depth]? (note-missing)",
  ],
  [
    "b[^deph]\n\n[^Depth]: Text.",
    "7:2: Unexpected note [^deph] without a text, expected a line [^deph]: …, or \\[^ for the sign itself; did you mean [^Depth]? (note-missing)",
  ],
  [
    "a\n\n[^x]: Text.",
    "9:1: Unexpected note [^x] that nothing leads to, expected [^x] in the text (note-unused)",
  ],
  [
    "a[^x]\n\n[^x]: Text.\n\n[^X]: Text.",
    "11:1: Unexpected note [^X] again, expected another name: a note above has it (note-twice)",
  ],
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
  expect(await messagesWith(postSaying(body))).toEqual([`${own}:${problem}`])
})

test.each([
  "a[^x]\n\n[^x]: Text.",
  "a[^x] b[^x]\n\n[^x]: Text.",
  "a[^X]\n\n[^x]: Text\n\n    - of blocks",
  "`[^a-z]` and \\[^a-z]",
  "[^](/)",
])("%j is sound", async (body) => {
  expect(await messagesWith(postSaying(body))).toEqual([])
})
