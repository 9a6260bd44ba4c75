import { readdir, readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll } from "vitest"
import { runPost, type Outcome } from "./posts"
import { createWorkspace } from "./workspace"

/** Posts as other systems have them, a folder for each system. */
export const corpus = "lib/import/corpus"

export const systems: readonly string[] = (await readdir(corpus)).sort()

/** Runs `post import` on the content of a folder. */
export const importFrom = (root: string, ...args: string[]): Promise<Outcome> =>
  runPost(root, ["import", ...args])

/** Imports the whole corpus, and says of each system what the command said. */
async function importCorpus(root: string): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  for (const system of systems) {
    outcomes.set(system, await importFrom(root, join(corpus, system)))
  }
  return outcomes
}

/** Sound content with all posts of the corpus in it, for the tests of a file, and what was said of each system. */
export function useImportedCorpus() {
  const shared = { root: "", outcomes: new Map() as ReadonlyMap<string, Outcome> }
  beforeAll(async () => {
    shared.root = await createWorkspace()
    shared.outcomes = await importCorpus(shared.root)
  })
  afterAll(() => rm(shared.root, { recursive: true }))
  return shared
}

/** All files below a folder by their paths, with what is in them, in base64. */
export async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(path, "base64")] as const)),
  )
}
