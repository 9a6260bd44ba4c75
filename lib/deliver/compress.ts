import { writeFile } from "node:fs/promises"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { endings, hashOf, type Form, type ServedFile } from "./manifest"

const compressible =
  /^(?:text\/|image\/svg|font\/[ot]tf|application\/(?:json|xml|javascript|wasm|.*\+(?:json|xml)))/

/** Writes a file with its compressed forms beside it: `.br` at quality 11, `.gz` at level 9. */
export async function writeForms(
  file: string,
  content: Buffer,
  type: string,
): Promise<ServedFile["forms"]> {
  await writeFile(file, content)
  const identity = formOf(content)
  if (!compressible.test(type)) return { identity }

  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  ])
  await Promise.all([writeFile(file + endings.br, br), writeFile(file + endings.gzip, gz)])
  return { identity, br: formOf(br), gzip: formOf(gz) }
}

const formOf = (content: Buffer): Form => ({ size: content.length, hash: hashOf(content) })
