import { execFile } from "node:child_process"
import { mkdir } from "node:fs/promises"
import { promisify } from "node:util"
import { commandEnvironment } from "./command"

const run = promisify(execFile)

/** The commit of a branch. @returns undefined if there is no such branch */
export async function findTip(repository: string, branch: string): Promise<string | undefined> {
  const name = `refs/heads/${branch}^{commit}`
  const found = git(repository, ["rev-parse", "--verify", "--quiet", "--end-of-options", name])
  return found.catch((error: { code?: unknown }) => {
    if (error.code === 1) return undefined
    throw error
  })
}

/** Writes the files of a commit into a folder, and no more than these. */
export async function checkOut(repository: string, commit: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const env = { GIT_INDEX_FILE: `${folder}.index`, GIT_WORK_TREE: folder }
  await git(repository, ["read-tree", commit], env)
  await git(repository, ["checkout-index", "--all"], env)
}

/** Keeps Git from dropping a commit that the live site is made of, wherever its branch goes. */
export const keepCommit = (repository: string, commit: string) =>
  git(repository, ["update-ref", "refs/deploy/live", commit])

export async function git(
  repository: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const env = { ...commandEnvironment(process.env, more), GIT_DIR: repository }
  const { stdout } = await run("git", args, { env })
  return stdout.trimEnd()
}
