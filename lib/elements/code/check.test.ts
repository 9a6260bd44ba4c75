import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { messagesWith, postSaying } from "../../testing/workspace"

const own = "content/posts/own/index.mdx"

/** A body begins in line 7 of its file. */
async function expectProblems(body: string, ...problems: readonly unknown[]) {
  const messages = await messagesWith(postSaying(body))
  expect(messages).toEqual(
    problems.map((problem) => (typeof problem === "string" ? `${own}:${problem}` : problem)),
  )
}

const words = 'title="…", numbers, {2,4-6}, ins={…}, del={…} or fold'
const after = "after the language of a code block, expected"

test.each([
  ['py title="a b.py" numbers {1,2-3} ins={1} del={2, 3} fold'],
  ['python numbers=10 fold="Show it"'],
  ["python numbers={10}"],
  ["text"],
  ["c++"],
  [""],
])("```%s is fine", async (info) => {
  await expectProblems(`\`\`\`${info}\na\nb\nc\n\`\`\``)
})

test.each<[string, unknown]>([
  ["py numbres", `7:7: Unexpected numbres ${after} ${words}; did you mean numbers? (code-meta)`],
  ["py  title", `7:8: Unexpected title ${after} title="…" (code-meta)`],
  ['py title="a', `7:7: Unexpected title="a ${after} title="…" (code-meta)`],
  ['py title=""', `7:7: Unexpected title="" ${after} title="…" (code-meta)`],
  ["py numbers=x", `7:7: Unexpected numbers=x ${after} numbers or numbers=10 (code-meta)`],
  ["py {1} ins", `7:11: Unexpected ins ${after} ins={2,4-6} (code-meta)`],
  ["py fold={1}", `7:7: Unexpected fold={1} ${after} fold or fold="…" (code-meta)`],
  ["py fold fold", "7:12: Unexpected second fold of a code block, expected one (code-meta)"],
  ["py {1}{2}", `7:7: Unexpected {1}{2} ${after} ${words} (code-meta)`],
  ["py {1,4}", found(`${own}:7:10`, "code-lines", "line 4")],
  ["py {1, 2-9}", found(`${own}:7:11`, "code-lines", "line 9")],
  ["py {0}", found(`${own}:7:8`, "code-lines", "line 0")],
  ["py {}", "7:8: Unexpected gap in braces, expected lines such as {2,4-6} (code-lines)"],
  ["py {3-2}", "7:8: Unexpected 3-2 in braces, expected 2-3 (code-lines)"],
  ["py ins={a}", "7:12: Unexpected a in braces, expected lines such as {2,4-6} (code-lines)"],
  [
    "py del={1-2} ins={2}",
    "7:7: Unexpected line 2 in both ins and del, expected it in one (code-lines)",
  ],
  ["pyton", found(`${own}:7:4`, "code-language", "pyton", "did you mean python?")],
])("```%s is a problem, where it is", async (info, problem) => {
  await expectProblems(`\`\`\`${info}\na\nb\nc\n\`\`\``, problem)
})

test.each(["```\na\n\n## B", "```", "~~~~\na\n~~~", "- ```\n  a\n\nb", "> ```\n> a ```"])(
  "%j has no end",
  async (body) => {
    const fence = /[`~]+/.exec(body)?.[0] ?? ""
    await expectProblems(
      body,
      found(`${own}:7:${body.indexOf(fence) + 1}`, "code-end", ` ${fence} `),
    )
  },
)

test.each(["```\n```", "````\n```\n`````  ", "> - ```\n>   a\n>   ```", "  ~~~\n a\n ~~~"])(
  "%j has an end",
  async (body) => {
    await expectProblems(body)
  },
)

test("in a list and a quotation the places are those of the file", async () => {
  await expectProblems(
    "- a\n\n  > ~~~~ py  {9}\n  > a\n  > ~~~~",
    "9:15: Unexpected line 9, expected line 1, the block's only one (code-lines)",
  )
  await expectProblems(
    "- a\n\n  > ```py\n  > a  # (1)\n  > ```",
    "10:10: Unexpected mark (1), expected a numbered list right below the block (code-note)",
  )
})

test("a mark in a comment leads to an item of the list right below", async () => {
  await expectProblems("```py\na # (1)\nb # (2)\n```\n\n1. a\n2. b")
  await expectProblems("```py\na # (1) (2)\n```\n1. a\n2. b")
  await expectProblems("```html\n<p> <!-- (3) -->\n```\n3. a")
  await expectProblems("````mdx\n```py\na # (1)\n```\n````")
  await expectProblems("```py\nf(1)\n'# (1)'\na # see (1)\n```\n\n1. a\n2. b")
})

test.each([
  ["no list", "", "8:6: Unexpected mark (1), expected a numbered list right below the block"],
  ["bullets", "- a", "8:6: Unexpected mark (1), expected a numbered list right below the block"],
  [
    "another list",
    "2. b",
    "8:6: Unexpected mark (1), expected an item 1. in the list right below the block",
    "11:1: Unexpected item 2. below a code block with marks, expected a mark (2) in the block",
  ],
  [
    "a longer list",
    "1. a\n2. b",
    "12:1: Unexpected item 2. below a code block with marks, expected a mark (2) in the block",
  ],
])("a mark and %s", async (_what, list, ...problems) => {
  const rules = problems.map((problem) => `${problem} (code-note)`)
  await expectProblems(`\`\`\`py\na  # (1)\n\`\`\`\n\n${list}`, ...rules)
})

test("a mark that comes twice", async () => {
  await expectProblems(
    "```py\na # (1)\nb # (1)\n```\n1. a",
    "9:5: Unexpected second mark (1) in a code block, expected one (code-note)",
  )
})
