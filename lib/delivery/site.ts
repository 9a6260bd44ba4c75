import { createHash } from "node:crypto"
import { watchFile, unwatchFile } from "node:fs"
import { open, readFile, type FileHandle } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import {
  endings,
  manifestName,
  readManifest,
  type Encoding,
  type Manifest,
  type ServedFile,
} from "./manifest"

/** Content of a file in one of its forms: in memory, or to be read from an open file. */
export type Content = Buffer | FileHandle

/** A finished site on the disk, as the server sees it; a new build takes the old one's place. */
export type LiveSite = {
  manifest: () => Manifest
  /**
   * The content of a file, exactly as the manifest in force describes it.
   *
   * @returns undefined where a new build has taken its place meanwhile: ask the manifest again
   */
  read: (file: ServedFile, encoding: Encoding) => Promise<Content | undefined>
  close: () => void
}

/** Larger files are read from the disk at each request. */
const greatestInMemory = 512 * 1024
/** All the files in memory together; the one not asked for longest gives way. */
const memory = 64 * 1024 * 1024
/** How often a new build is looked for, in milliseconds. */
const interval = 300

/** Opens the site in `dist`. @throws Error if there is none */
export async function openSite(dist: string): Promise<LiveSite> {
  let manifest = await readManifest(dist)
  let cache = createCache(memory)
  const path = join(dist, manifestName)

  const renew = async () => {
    const next = await readWithPatience(dist)
    if (next === undefined || next.version === manifest.version) return
    manifest = next
    cache = createCache(memory)
  }
  watchFile(path, { interval, persistent: false }, () => void renew())

  return {
    manifest: () => manifest,
    close: () => unwatchFile(path),
    async read(file, encoding) {
      const form = file.forms[encoding]
      if (!form) return undefined
      const key = `${form.hash} ${file.path}${endings[encoding]}`
      const known = cache.find(key)
      if (known) return known

      const content = await contentOf(join(dist, file.path + endings[encoding]), form)
      if (content === undefined) await renew()
      if (Buffer.isBuffer(content)) cache.add(key, content)
      return content
    },
  }
}

/** While one build is put in another's place, there is none for a moment. */
async function readWithPatience(dist: string): Promise<Manifest | undefined> {
  for (let tries = 0; tries < 40; tries++) {
    const manifest = await readManifest(dist).catch(() => undefined)
    if (manifest) return manifest
    await pause(25)
  }
  return undefined
}

/** Reads a file, if it still is the one that was asked for. */
async function contentOf(path: string, { size, hash }: { size: number; hash: string }) {
  try {
    if (size > greatestInMemory) {
      const handle = await open(path)
      if ((await handle.stat()).size === size) return handle
      await handle.close()
      return undefined
    }
    const content = await readFile(path)
    const found = createHash("sha256").update(content).digest("base64url").slice(0, hash.length)
    return found === hash ? content : undefined
  } catch {
    return undefined
  }
}

type Cache = {
  find: (key: string) => Buffer | undefined
  add: (key: string, content: Buffer) => void
}

/** Least recently used, by the order in which a Map holds its keys. */
function createCache(limit: number): Cache {
  const contents = new Map<string, Buffer>()
  let size = 0
  return {
    find(key) {
      const content = contents.get(key)
      if (content && contents.size > 1) {
        contents.delete(key)
        contents.set(key, content)
      }
      return content
    },
    add(key, content) {
      if (contents.has(key)) return
      contents.set(key, content)
      size += content.length
      for (const [oldest, { length }] of contents) {
        if (size <= limit) break
        contents.delete(oldest)
        size -= length
      }
    },
  }
}
