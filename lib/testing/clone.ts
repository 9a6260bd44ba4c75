import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"

/**
 * A copy of this project as it stands, with all that is installed and nothing that is built.
 *
 * @param content the folder whose files are its content
 */
export async function createClone({ content = "content" } = {}) {
  const root = await realpath(await mkdtemp(join(tmpdir(), "partwise-clone-")))
  const listed = execFileSync("git", ["ls-files", "-z", "-c", "-o", "--exclude-standard"])
  for (const file of listed.toString().split("\0").filter(existsSync)) {
    if (content !== "content" && file.startsWith("content/")) continue
    const place = join(
      root,
      file.startsWith(`${content}/`) ? `content${file.slice(content.length)}` : file,
    )
    await mkdir(dirname(place), { recursive: true })
    await cp(file, place)
  }
  // Hard links: Turbopack refuses packages that a symbolic link leads to outside of the project.
  execFileSync("cp", ["-al", resolve("node_modules"), root])
  await rm(join(root, "node_modules/.cache"), { recursive: true, force: true })
  return {
    root,
    git: (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
        cwd: root,
        stdio: ["ignore", "pipe", "pipe"],
      }),
    read: (file: string) => readFile(join(root, file), "utf8"),
    async write(file: string, text: string) {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await writeFile(join(root, file), text)
    },
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  }
}

export type Clone = Awaited<ReturnType<typeof createClone>>
