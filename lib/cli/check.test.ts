import { spawn } from "node:child_process"
import { symlink } from "node:fs/promises"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"
import { edited, inWorkspace, sound } from "../testing/workspace"

/** Makes a folder with content a project: all else is this one's. */
async function makeProject(folder: string): Promise<void> {
  const names = ["lib", "node_modules", "package.json", "package-lock.json", "tsconfig.json"]
  for (const name of names) await symlink(resolve(name), join(folder, name))
}

/** Runs a command in a folder, as npm does. */
function run(
  [command = "", ...args]: readonly string[],
  folder: string,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["lib/cli/run.mjs", command, ...args], { cwd: folder })
  let said = ""
  child.stdout.on("data", (text) => (said += String(text)))
  child.stderr.on("data", (text) => (said += String(text)))
  return new Promise((done) => child.on("close", (code) => done({ code, said })))
}

test("the check of sound content says so and exits with 0", async () => {
  await inWorkspace(sound, async (root) => {
    await makeProject(root)
    const said = "No problem in the content\n"
    expect(await run(["post", "check"], root)).toEqual({ code: 0, said })
  })
})

test("check and build name every problem and exit with 1", async () => {
  const files = {
    ...sound,
    ...edited("courses/deep.yaml", "post: two", "post: tow"),
    ...edited("posts/one/index.mdx", "title:", "tilte:"),
  }
  await inWorkspace(files, async (root) => {
    await makeProject(root)
    for (const command of [["post", "check"], ["build"]]) {
      const { code, said } = await run(command, root)
      expect(code).toBe(1)
      expect(said).toMatch(
        /^content\/courses\/deep\.yaml:16:15: Unexpected post tow, .* \(topic-post\)$/m,
      )
      expect(said).toMatch(
        /^content\/posts\/one\/index\.mdx:2:1: Unexpected field tilte, .* did you mean title\? \(field-unknown\)$/m,
      )
      expect(said).toMatch(/^2 problems in (?:the content|2 files)$/m)
      expect(said).not.toMatch(/^\s+at /m)
    }
  })
})
