import { writeFile } from "node:fs/promises"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import type { Cache } from "../cache/cache"
import { endings, hashOf, type Form, type ServedFile } from "./manifest"

const compressible =
  /^(?:text\/|image\/svg|font\/[ot]tf|application\/(?:json|xml|javascript|wasm|.*\+(?:json|xml)))/

/**
 * Brotli's quality. A page of 34 kB takes 41 ms at 11, 18 ms at 10 and 2 ms at 9, and becomes 7.2, 7.4
 * and 7.8 kB: 11 is for the few files that every page loads. What is larger than any page, such as a feed
 * of long posts, takes seconds at 10, and programs read it.
 */
const qualityOf = (immutable: boolean, size: number) =>
  immutable ? 11 : size > largerThanPages ? 6 : 10

const largerThanPages = 250_000

/**
 * Writes a file with its compressed forms beside it: `.br` and `.gz`.
 *
 * @param cache of brotli forms, by the content that they are of
 */
export async function writeForms(
  file: string,
  content: Buffer,
  { type, immutable }: Pick<ServedFile, "type" | "immutable">,
  cache: Cache,
): Promise<ServedFile["forms"]> {
  await writeFile(file, content)
  const identity = formOf(content)
  if (!compressible.test(type)) return { identity }

  const quality = qualityOf(immutable, content.length)
  const name = `${identity.hash}.${quality}`
  const [kept, gz] = await Promise.all([
    cache.load<Buffer>(name),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  ])
  const br = kept ?? (await brotli(content, quality))
  if (!kept) await cache.save(name, br)
  await Promise.all([writeFile(file + endings.br, br), writeFile(file + endings.gzip, gz)])
  return { identity, br: formOf(br), gzip: formOf(gz) }
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
