import { readdir, readFile } from "node:fs/promises"
import { join, relative, sep } from "node:path"
import { expect, test } from "vitest"
import type { Files } from "../../testing/workspace"
import { withPosts } from "../../testing/posts"

/**
 * What authors get wrong: a folder for each mistake, with the files that are laid over sound content,
 * and with what the check then prints. `npx vitest run lib/cli/post/mistakes.test.ts -u` writes that
 * anew, to be read before it is kept.
 */
const folder = join(import.meta.dirname, "mistakes")
const entries = await readdir(folder, { withFileTypes: true })
const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)

test("there are twenty mistakes and more", () => {
  expect(names.length).toBeGreaterThanOrEqual(20)
})

test.each(names)("%s", async (name) => {
  const expected = join(folder, name, "expected.txt")
  // Fails where the file is not there, rather than write it.
  expect(await readFile(expected, "utf8")).toMatch(
    /^content\/[^:]+:\d+:\d+: Unexpected .+, expected .+ \([a-z-]+(?:, a warning)?\)$/m,
  )
  await withPosts(await filesOf(join(folder, name)), async (run) => {
    const { printed, errors } = await run("check")
    await expect([...printed, ...errors, ""].join("\n")).toMatchFileSnapshot(expected)
  })
})

/** The files below a folder, but for what is expected of them. */
async function filesOf(mistake: string): Promise<Files> {
  const found = await readdir(mistake, { recursive: true, withFileTypes: true })
  const paths = found.flatMap((entry) => (entry.isFile() ? join(entry.parentPath, entry.name) : []))
  const files = paths
    .map((path) => relative(mistake, path).replaceAll(sep, "/"))
    .filter((path) => path !== "expected.txt")
    .map(async (path) => [path, await readFile(join(mistake, path))] as const)
  return Object.fromEntries(await Promise.all(files))
}
