import { expect, test } from "vitest"
import { found } from "../testing/found"
import { messagesWith, postSaying } from "../testing/workspace"
import { makeFacets } from "./reading"

const own = "content/posts/own/index.mdx"
const list = (levels: number) =>
  Array.from({ length: levels }, (_, i) => `${"  ".repeat(i)}- a`).join("\n")

// What is not refused before it is parsed takes minutes or overflows the stack.
test.each([
  ["lists in a line", `${"- ".repeat(5_000)}a`, "7:101"],
  ["numbered lists in a line", `Text.\n\n${"1. ".repeat(3_000)}a`, "9:151"],
  ["quotations", `${"> ".repeat(5_000)}a`, "7:101"],
  ["quotations without blanks", `${">".repeat(10_000)}a`, "7:51"],
  ["lists in quotations", `${"> - ".repeat(1_000)}a`, "7:101"],
  ["lists in lines", list(700), "57:101"],
  ["lists in lines, with some between", list(700).replaceAll("\n", "\n\n"), "107:101"],
  ["braces", `${"{".repeat(5_000)}${"}".repeat(5_000)}`, "7:101"],
  ["brackets", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "7:1001"],
  ["blocks between colons", ":::note\n\n".repeat(5_000), "107:1"],
  ["braces in lines", "a{a\n".repeat(5_000), "107:2"],
  ["tags", `${'<span lang="de">'.repeat(2_000)}a${"</span>".repeat(2_000)}`, "7:4785"],
  ["lists behind what looks like code", `\`\`\` a \` b\n\n${"- ".repeat(1_200)}a`, "9:101"],
  ["lists behind the end of code", `~~~text\n~~~ a\n~~~~\n${"- ".repeat(1_200)}a`, "10:101"],
])("%s in each other, deeper than anybody writes them", async (_what, body, place) => {
  expect(await messagesWith(postSaying(body))).toEqual([found(`${own}:${place}`, "nesting")])
})

test.each([
  ["lists as deep as may be", list(50)],
  ["braces as deep as may be", `$${"{".repeat(99)}a${"}".repeat(99)}$`],
  ["a line that divides", `a\n\n${"- ".repeat(100)}\n\nb\n\n${"* ".repeat(100)}`],
  ["intervals that are half open", `$${"[0, 1) ".repeat(200)}$`],
  ["blocks between colons, one after the other", ":::note\na\n:::\n\n".repeat(200)],
  ["code", `\`\`\`text\n${">".repeat(200)}\n${"{".repeat(200)}\n\`\`\``],
  ["many lists, one below the other", "- a\n  - b\n    - c\n".repeat(100)],
  ["many braces, one after the other", "\\{a\\}".repeat(500)],
])("%s", async (_what, body) => {
  expect(await messagesWith(postSaying(body))).toEqual([])
  const { "posts/own/index.mdx": text } = postSaying(body)
  const source = { path: own, kind: "post", name: "own", text: String(text) } as const
  const made = makeFacets(source, { facets: new Set(["reading", "compiled"]), language: "en" })
  expect(made.compiled).not.toBeNull()
})
