import { createHash } from "node:crypto"
import { existsSync, readFileSync, statSync } from "node:fs"
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { deserialize, serialize } from "node:v8"
import pLimit from "p-limit"

/**
 * What was made of files, kept by the hash of all that it was made from. It lies where caches of other
 * tools lie, so that what carries those from build to build carries it too.
 */
export type Cache = {
  /** @returns undefined where nothing is kept, or what is kept is damaged */
  load: <Value>(name: string) => Promise<Value | undefined>
  has: (name: string) => Promise<boolean>
  save: (name: string, value: unknown) => Promise<void>
  /** Drops what was used longest ago, if all together is too large. */
  trim: () => Promise<void>
}

/** All entries of a cache together, in bytes: what ten thousand long posts take, and half as much again. */
const usualLimit = 1_500_000_000
/** Of what is used, the time is noted once in a while, in milliseconds. */
const noted = 86_400_000

/** The key of what is made from these texts. */
export function cacheKey(...texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256")
  for (const text of texts) hash.update(`${text.length}\n`).update(text)
  return hash.digest("hex").slice(0, 32)
}

/**
 * @param root of the project
 * @param name of the cache: its entries lie in a folder of that name, each a file that is written whole
 *   or not at all
 */
export function openCache(root: string, name: string, limit = usualLimit): Cache {
  const folder = join(root, "node_modules/.cache/partwise", name)
  return {
    async load<Value>(name: string) {
      const file = join(folder, name)
      const entry = readEntry(file)
      const data = entry && findSound(entry)
      if (!data) return undefined
      await noteUse(file)
      return deserialize(data) as Value
    },
    has: (name) => Promise.resolve(existsSync(join(folder, name))),
    async save(name, value) {
      const file = join(folder, name)
      // As threads send it: JSON would make null of what is undefined in a list.
      const data = serialize(value)
      await mkdir(dirname(file), { recursive: true })
      const fresh = `${file}.${process.pid}.${freshNumber++}`
      await writeFile(fresh, [checksumOf(data), data])
      await rename(fresh, file)
    },
    trim: () => trimFolder(folder, limit),
  }
}

let freshNumber = 0

const checksumOf = (data: Uint8Array) => createHash("sha256").update(data).digest()

/** The data of an entry, unless it is damaged. */
function findSound(entry: Buffer): Buffer | undefined {
  const data = entry.subarray(32)
  return checksumOf(data).equals(entry.subarray(0, 32)) ? data : undefined
}

/** Not asynchronous: of thousands of small files, that takes a third of the time. */
function readEntry(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

async function noteUse(file: string): Promise<void> {
  const now = Date.now()
  const { mtimeMs = now } = statSync(file, { throwIfNoEntry: false }) ?? {}
  if (now - mtimeMs > noted) await utimes(file, now / 1000, now / 1000).catch(() => undefined)
}

async function trimFolder(folder: string, limit: number): Promise<void> {
  const atOnce = pLimit(32)
  const names = await readdir(folder).catch(() => [])
  const entries = await Promise.all(
    names.map((name) =>
      atOnce(async () => {
        const file = join(folder, name)
        const found = await stat(file).catch(() => undefined)
        return { file, size: found?.size ?? 0, used: found?.mtimeMs ?? 0 }
      }),
    ),
  )
  let size = entries.reduce((sum, entry) => sum + entry.size, 0)
  for (const entry of entries.sort((a, b) => a.used - b.used)) {
    if (size <= limit) return
    await rm(entry.file, { force: true })
    size -= entry.size
  }
}
