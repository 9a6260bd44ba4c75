import { mkdir, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import type { Cache } from "../cache/cache"
import { endings, hashOf, type Form, type ServedFile } from "./manifest"

const compressible =
  /^(?:text\/|image\/svg|font\/[ot]tf|application\/(?:json|xml|javascript|wasm|.*\+(?:json|xml)))/

/**
 * Brotli's quality. A page of 38 kB takes 41 ms at 11, 19 ms at 10 and 1 ms at 6, and becomes 8.7, 8.9
 * and 9.5 kB: 11 is for the few files that every page loads. What is larger than any page, such as a feed
 * of long posts, takes seconds at 10, and programs read it, as they do Markdown.
 */
function qualityOf({ type, immutable }: Pick<ServedFile, "type" | "immutable">, size: number) {
  if (immutable) return 11
  return size > largerThanPages || type.startsWith("text/markdown") ? 6 : 10
}

const largerThanPages = 250_000

/**
 * Writes a file with its compressed forms beside it: `.br` and `.gz`.
 *
 * @param cache of compressed forms, by the content that they are of
 */
export async function writeForms(
  file: string,
  content: Buffer,
  kind: Pick<ServedFile, "type" | "immutable">,
  cache: Cache,
): Promise<ServedFile["forms"]> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  const identity = formOf(content)
  if (!compressible.test(kind.type)) return { identity }

  const quality = qualityOf(kind, content.length)
  const name = `${identity.hash}.${quality}`
  const kept = await cache.load<Compressed>(name)
  const { br, gzip: gz } = kept ?? (await compressed(content, quality))
  if (!kept) await cache.save(name, { br, gzip: gz })
  await Promise.all([writeFile(file + endings.br, br), writeFile(file + endings.gzip, gz)])
  return { identity, br: formOf(br), gzip: formOf(gz) }
}

type Compressed = Record<"br" | "gzip", Buffer>

async function compressed(content: Buffer, quality: number): Promise<Compressed> {
  const [br, gz] = await Promise.all([
    brotli(content, quality),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  ])
  return { br, gzip: gz }
}

const brotli = (content: Buffer, quality: number) =>
  promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })

const formOf = (content: Buffer): Form => ({ size: content.length, hash: hashOf(content) })
