import { randomUUID } from "node:crypto"
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib"
import { endings, hashOf, type Form, type ServedFile } from "./manifest"

const compressible =
  /^(?:text\/|image\/svg|font\/[ot]tf|application\/(?:json|xml|javascript|wasm|.*\+(?:json|xml)))/

/**
 * Brotli's quality. A page of 34 kB takes 41 ms at 11, 18 ms at 10 and 2 ms at 9, and becomes 7.2, 7.4
 * and 7.8 kB: 11 is for the few files that every page loads.
 */
const qualityOf = (immutable: boolean) => (immutable ? 11 : 10)

/**
 * Writes a file with its compressed forms beside it: `.br` and `.gz`.
 *
 * @param cache a folder of forms that were made before
 */
export async function writeForms(
  file: string,
  content: Buffer,
  { type, immutable }: Pick<ServedFile, "type" | "immutable">,
  cache: string,
): Promise<ServedFile["forms"]> {
  await writeFile(file, content)
  const identity = formOf(content)
  if (!compressible.test(type)) return { identity }

  const [br, gz] = await Promise.all([
    keptBrotli(content, qualityOf(immutable), join(cache, identity.hash)),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  ])
  await Promise.all([writeFile(file + endings.br, br), writeFile(file + endings.gzip, gz)])
  return { identity, br: formOf(br), gzip: formOf(gz) }
}

const formOf = (content: Buffer): Form => ({ size: content.length, hash: hashOf(content) })

/** The brotli form of content; that of an earlier build, if it is there and whole. */
async function keptBrotli(content: Buffer, quality: number, entry: string): Promise<Buffer> {
  const file = `${entry}.${quality}.br`
  const kept = await readFile(file).catch(() => undefined)
  const whole = kept && (await promisify(brotliDecompress)(kept).catch(() => undefined))
  if (kept && whole?.equals(content)) {
    const now = new Date()
    await utimes(file, now, now).catch(() => undefined) // another build may have removed it
    return kept
  }
  const made = await promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
  const fresh = `${file}.${randomUUID()}` // two builds may write it at once
  await writeFile(fresh, made)
  await rename(fresh, file)
  return made
}

/** Opens the cache of compressed forms. @returns its folder */
export async function openCache(root: string): Promise<string> {
  const folder = join(root, "node_modules/.cache/partwise/compressed")
  await mkdir(folder, { recursive: true })
  return folder
}

/** Removes what was not used for longest, as far as a cache is larger than its limit in bytes. */
export async function pruneCache(folder: string, limit = 256 * 1024 * 1024): Promise<void> {
  const names = await readdir(folder)
  const found = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name)
      const { mtimeMs = 0, size = 0 } = (await stat(file).catch(() => undefined)) ?? {}
      return { file, mtimeMs, size }
    }),
  )
  let total = 0
  for (const { file, size } of found.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    total += size
    if (total > limit) await rm(file, { force: true })
  }
}
