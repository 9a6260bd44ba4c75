import { execFileSync } from "node:child_process"
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { excerptsIn } from "./excerpt"

test("only of a file itself there is a line to show: not of what a link leads to, nor of a pipe", async () => {
  const root = await mkdtemp(join(tmpdir(), "partwise-"))
  await writeFile(join(root, "file"), "a line\n")
  await symlink("file", join(root, "link"))
  execFileSync("mkfifo", [join(root, "pipe")])
  const find = excerptsIn(root)
  const place = { line: 1, column: 3 }
  expect(await find({ file: "file", place })).toEqual({ line: "a line", mark: 2 })
  for (const file of ["link", "pipe", "nothing"]) {
    expect(await find({ file, place }), file).toBeUndefined()
  }
  await rm(root, { recursive: true })
})
