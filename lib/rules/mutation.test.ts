import { messageOf, type Problem } from "../model/problem"
import { readFile, utimes } from "node:fs/promises"
import { join } from "node:path"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { factsOf } from "../testing/body"
import { randomFrom } from "../testing/random"
import { renderRuns } from "../mdx/render"
import { tags } from "../elements/all"
import { createCheck, inWorkspace, sound, writeFiles } from "../testing/workspace"

const rounds = 400
const pieces = [
  ...`<{[]}>-:#"'|&*\`/\\!$%@=,.~_()?`.split(""),
  "\n",
  "\n\n",
  "\t",
  "  ",
  "\r\n",
  "---\n",
  "é",
  "深",
  "🙂",
]
const message =
  /^content\/[^:]+:\d+:\d+: Unexpected .+, expected .+ \([a-z0-9-]+(?:, a warning)?\)$/

/** A text with one to four pieces of it cut, doubled, or put in. */
function mutationOf(text: string, random: () => number): string {
  let mutated = text
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  for (let count = 1 + upTo(3); count > 0; count--) {
    const start = upTo(mutated.length)
    const end = Math.min(mutated.length, start + upTo(random() < 0.1 ? mutated.length : 12))
    const [before, piece, after] = [
      mutated.slice(0, start),
      mutated.slice(start, end),
      mutated.slice(end),
    ]
    const inserted = pieces[upTo(pieces.length - 1)] ?? ""
    mutated = before + [piece + piece, "", inserted + piece, inserted][upTo(3)] + after
  }
  return mutated
}

test("no mutation of sound files throws, or leads an author out of the file", async () => {
  const random = randomFrom(20240229)
  const paths = Object.keys(sound) as (keyof typeof sound)[]
  let faults = 0

  await inWorkspace({}, async (root) => {
    const check = createCheck(root)
    for (let round = 0; round < rounds; round++) {
      const path = paths[round % paths.length] ?? "site.yaml"
      const text = mutationOf(sound[path], random)
      await writeFiles(root, { [path]: text })
      await utimes(join(root, "content", path), round, round) // two writes can share an instant

      const problems = await check()
      for (const problem of problems) await expectAddressed(root, problem, text)
      if (problems.length === 0 && path.endsWith(".mdx")) expectRendered(text)
      faults += Math.min(problems.length, 1)

      await writeFiles(root, { [path]: sound[path] })
    }
    expect(await check()).toEqual([])
  })
  expect(faults).toBeGreaterThan(rounds / 3) // else the mutations are too tame to mean anything
})

async function expectAddressed(root: string, problem: Problem, text: string): Promise<void> {
  expect(messageOf(problem), text).toMatch(message)
  const { line, column } = problem.place
  const lines = (await readFile(join(root, problem.file), "utf8")).split("\n")
  expect(line, `${messageOf(problem)}\n${text}`).toBeLessThanOrEqual(lines.length + 1)
  const width = lines[line - 1]?.length ?? 0
  expect(column, `${messageOf(problem)}\n${text}`).toBeLessThanOrEqual(width + 1)
}

/** What the check lets pass, a page can show. */
function expectRendered(text: string): void {
  const components = Object.fromEntries([...tags.keys()].map((tag) => [tag, () => null]))
  const body = text.replace(/^\uFEFF?---[ \t]*\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/, "")
  expect(() => renderToStaticMarkup(renderRuns(factsOf(body).runs, components)), text).not.toThrow()
}
