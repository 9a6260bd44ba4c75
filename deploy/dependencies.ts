import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)

/** Sets of dependencies that stay on the disk. */
const kept = 3
const usedName = "used"

/** What dependencies are called by: all that decides what is installed. */
async function dependenciesKey(folder: string): Promise<string> {
  const lock = await readFile(join(folder, "package-lock.json")).catch(() => "")
  const hash = createHash("sha256").update(lock)
  return hash.update(`${process.version} ${process.platform} ${process.arch}`).digest("hex")
}

/**
 * Puts dependencies that were installed before into a checkout, as hard links: Turbopack refuses those
 * that a symbolic link leads to outside of the project.
 *
 * @returns whether there were any
 */
export async function restoreDependencies(cache: string, folder: string): Promise<boolean> {
  const known = join(cache, await dependenciesKey(folder), "node_modules")
  return linkFolder(known, join(folder, "node_modules"))
}

/** Keeps what was installed in a checkout for the next one with the same lockfile. */
export async function saveDependencies(cache: string, folder: string): Promise<void> {
  const place = join(cache, await dependenciesKey(folder))
  const fresh = `${place}.${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  if (await linkFolder(join(folder, "node_modules"), join(fresh, "node_modules"))) {
    await rename(fresh, place).catch(() => undefined) // another build was first
  }
  await rm(fresh, { recursive: true, force: true })
}

/**
 * Says that a build uses the dependencies, and drops those that were used longest ago.
 *
 * @param number of the build: the order in which they were used
 */
export async function dropOldDependencies(
  cache: string,
  folder: string,
  number: number,
): Promise<void> {
  const mine = join(cache, await dependenciesKey(folder))
  await writeFile(join(mine, usedName), String(number)).catch(() => undefined)
  const names = (await readdir(cache).catch(() => [])).filter((name) => !name.includes("."))
  const used = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(cache, name, usedName), "utf8").catch(() => String(number))
      return { name, number: Number(text) }
    }),
  )
  const old = used.sort((a, b) => b.number - a.number).slice(kept)
  for (const { name } of old) await rm(join(cache, name), { recursive: true, force: true })
}

/** A second folder of the same files. @returns whether there is a first one, whole */
export async function linkFolder(from: string, to: string): Promise<boolean> {
  if (!(await stat(from).catch(() => undefined))) return false
  try {
    await run("cp", ["-al", from, to])
    return true
  } catch {
    await rm(to, { recursive: true, force: true }) // it went in the middle of it
    return false
  }
}
