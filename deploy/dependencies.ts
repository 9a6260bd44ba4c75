import { execFile } from "node:child_process"
import { createHash, randomUUID } from "node:crypto"
import { constants } from "node:fs"
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)

/** Sets of dependencies that stay on the disk. */
const kept = 3
const usedName = "used"

/** What dependencies are called by: all that decides what is installed, and what runs meanwhile. */
async function dependenciesKey(folder: string): Promise<string> {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}`)
  const patches = await readdir(join(folder, "patches")).catch(() => [])
  const names = patches.map((name) => join("patches", name)).sort((a, b) => (a < b ? -1 : 1))
  for (const name of ["package-lock.json", "package.json", ".npmrc", ...names]) {
    hash.update(`\0${name}\0`).update(await readFile(join(folder, name)).catch(() => ""))
  }
  return hash.digest("hex")
}

/**
 * Puts dependencies that were installed before into a checkout, as hard links: Turbopack refuses those
 * that a symbolic link leads to outside of the project. A build can write into them, and so into every
 * other that has the same: what another cache has is copied.
 *
 * @param other cache, which no build that has this one may alter
 * @returns whether there were any
 */
export async function restoreDependencies(
  cache: string,
  other: string,
  folder: string,
): Promise<boolean> {
  const key = await dependenciesKey(folder)
  const known = join(cache, key)
  if (!(await isThere(known)) && (await isThere(join(other, key)))) {
    await keep(known, (fresh) => copyFolder(join(other, key, "node_modules"), fresh))
  }
  return linkFolder(join(known, "node_modules"), join(folder, "node_modules"))
}

/** Keeps what was installed in a checkout for the next one that would install the same. */
export async function saveDependencies(cache: string, folder: string): Promise<void> {
  const place = join(cache, await dependenciesKey(folder))
  await keep(place, (fresh) => linkFolder(join(folder, "node_modules"), fresh))
}

/** Makes a set of dependencies, which nobody sees before it is whole. */
async function keep(place: string, make: (fresh: string) => Promise<boolean>): Promise<void> {
  const fresh = `${place}.${randomUUID()}` // one process builds several branches
  await mkdir(fresh, { recursive: true })
  if (await make(join(fresh, "node_modules"))) {
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

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** A second folder of the same files. @returns whether there is a first one, whole */
export const linkFolder = (from: string, to: string): Promise<boolean> =>
  repeatFolder(from, to, () => run("cp", ["-al", from, to]))

/** A second folder of files of its own. @returns whether there is a first one, whole */
export const copyFolder = (from: string, to: string): Promise<boolean> =>
  repeatFolder(from, to, () =>
    cp(from, to, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      mode: constants.COPYFILE_FICLONE,
    }),
  )

async function repeatFolder(
  from: string,
  to: string,
  repeat: () => Promise<unknown>,
): Promise<boolean> {
  if (!(await isThere(from))) return false
  try {
    await repeat()
    return true
  } catch {
    await rm(to, { recursive: true, force: true }) // it went in the middle of it
    return false
  }
}
