import { watchFile, unwatchFile } from "node:fs"
import { open, readFile, stat, type FileHandle } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import {
  endings,
  hashOf,
  manifestName,
  readManifest,
  type Encoding,
  type Form,
  type Manifest,
  type ServedFile,
} from "../deliver/manifest"

/** Content of a file in one of its forms: in memory, or to be read from an open file. */
export type Content = Buffer | FileHandle

/** A finished site on the disk, as the server sees it; a new build takes the old one's place. */
export type LiveSite = {
  manifest: () => Manifest
  /** Whether only those who have a link may read it. */
  isPrivate?: boolean
  /**
   * The content of a file, exactly as the manifest in force describes it.
   *
   * @returns undefined where a new build has taken its place meanwhile: ask the manifest again
   */
  read: (file: ServedFile, encoding: Encoding) => Promise<Content | undefined>
  /** Whether it is on the disk still. */
  isThere: () => Promise<boolean>
  close: () => void
}

/** Larger files are read from the disk at each request. */
const greatestInMemory = 512 * 1024
/** How often a new build is looked for, in milliseconds. */
const interval = 300

type Options = {
  /** Tells what is served from `dist`. */
  read?: (dist: string) => Promise<Manifest>
  /** Says why a site is not to be served, if that is so. */
  refuse?: (manifest: Manifest) => string | undefined
  /** All the files in memory together, in bytes; the one not asked for longest gives way. */
  memory?: number
}

/** For readers: refuses a site with drafts in it, which is built for a preview or for its author. */
export const refuseUnlisted = ({ unlisted }: Manifest): string | undefined =>
  unlisted
    ? "Unexpected preview with drafts in it, expected a site built for production"
    : undefined

/** Opens the site in `dist`. @throws Error if there is none, or one that is refused */
export async function openSite(
  dist: string,
  {
    read: readSite = readManifest,
    refuse = () => undefined,
    memory = 64 * 1024 * 1024,
  }: Options = {},
): Promise<LiveSite> {
  const path = join(dist, manifestName)
  let stamp = await stampOf(path)
  let manifest = await readSite(dist)
  const refusal = refuse(manifest)
  if (refusal !== undefined) throw new Error(`${dist}: ${refusal}`)
  let cache = createCache(memory)
  let isRefused = false

  const renew = async () => {
    // While one build is put in another's place, there is none for a moment.
    for (let tries = 0; tries < 20; tries++) {
      const found = await stampOf(path)
      if (found === stamp) return
      const next = found && (await readSite(dist).catch(() => undefined))
      if (next) {
        stamp = found
        const reason = refuse(next)
        isRefused = reason !== undefined
        if (isRefused)
          return console.error(
            `${dist}: ${reason}; what is in memory of the one before is served on`,
          )
        manifest = next
        cache = createCache(memory)
        return
      }
      await pause(25)
    }
  }
  const renewInTurn = inTurn(renew)
  watchFile(path, { interval, persistent: false }, () => void renewInTurn())

  return {
    manifest: () => manifest,
    isThere: async () => !isRefused && (await stampOf(path)) !== undefined,
    close: () => unwatchFile(path),
    async read(file, encoding) {
      const form = file.forms[encoding]
      if (!form) return undefined
      const key = `${form.hash} ${file.path}${endings[encoding]}`
      const known = cache.find(key)
      if (known) return known

      const build = stamp
      const place = join(dist, file.path + endings[encoding])
      const content =
        form.size > greatestInMemory
          ? await openFile(place, form, async () => (await stampOf(path)) === build)
          : await readWhole(place, form)
      if (content === undefined) await renewInTurn()
      if (Buffer.isBuffer(content)) cache.add(key, content)
      return content
    },
  }
}

/**
 * One at a time, so that a build that was read earlier never replaces a later one; all who ask before
 * it begins share the next.
 */
function inTurn(renew: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve()
  let next: Promise<void> | undefined
  return () =>
    (next ??= last.then(() => {
      next = undefined
      return (last = renew())
    }))
}

/** What tells one build's manifest from another's, without reading it. */
async function stampOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`
}

/** Opens a file, if it still belongs to the build that was asked for. */
async function openFile(path: string, { size }: Form, isCurrent: () => Promise<boolean>) {
  const handle = await open(path).catch(() => undefined)
  if (!handle) return undefined
  if ((await handle.stat()).size === size && (await isCurrent())) return handle
  await handle.close()
  return undefined
}

/** Reads a file, if it still is the one that was asked for. */
async function readWhole(path: string, { hash }: Form): Promise<Buffer | undefined> {
  const content = await readFile(path).catch(() => undefined)
  return content && hashOf(content) === hash ? content : undefined
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
