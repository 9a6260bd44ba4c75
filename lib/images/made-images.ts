import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { basename, extname, join } from "node:path"
import { imagesFolder } from "../model/build-folders.mjs"
import { contentError } from "../model/problem"
import { encodeImage, settingsVersion, type Encoded } from "./encode"
import { isAnimated, mayBeClear, readHead } from "./file"
import type { Images, PreparedImage } from "./images"

/** Files that were made of images, by a hash of the image: what a build need not make again. */
const cacheFolder = "node_modules/.cache/partwise/images"
/** What was made of an image, beside its files. */
const factsName = "facts.json"

/**
 * Files made of images, each once: small ones for small screens, in the formats that browsers like
 * best, without what the original tells of place and time. Each has a hash of the image in its name.
 */
export function madeImages(root: string): Images {
  const made = new Map<string, Promise<Encoded>>()
  /** Names of files that are served, and where they are. */
  const served = new Map<string, string>()

  return {
    async prepare(path) {
      const bytes = await readFile(join(root, path))
      const key = keyOf(bytes)
      const folder = join(cacheFolder, key)
      const encoded = made.get(key) ?? makeImage(join(root, folder), bytes)
      made.set(key, encoded)
      const facts = await encoded.catch((error: Error) => {
        const reason = `Unexpected failure to read the image (${error.message}), expected a sound one`
        throw contentError(path, { line: 1, column: 1 }, reason, "image-broken")
      })
      const stem = basename(path, extname(path)).normalize("NFC")
      return preparedFrom(facts, folder, (name) => {
        const own = `${stem}-${key}-${name}`
        served.set(own, join(root, folder, name))
        return `/images/${encodeURIComponent(own)}`
      })
    },
    async finish(all) {
      await serveFiles(join(root, imagesFolder), served)
      await dropUnused(root, new Set(made.keys()), all)
    },
  }
}

/** Whether all that is made of an image is there already, so that it is known to be sound. */
export const isMade = (root: string, bytes: Uint8Array) =>
  existsSync(join(root, cacheFolder, keyOf(bytes), factsName))

/** Changes with the image, and with what is made of it. */
const keyOf = (bytes: Uint8Array) =>
  createHash("sha256").update(settingsVersion).update(bytes).digest("hex").slice(0, 16)

function preparedFrom(
  { width, height, clear, whole, fallback, sources }: Encoded,
  folder: string,
  addressOf: (name: string) => string,
): PreparedImage {
  return {
    width,
    height,
    clear,
    whole: join(folder, whole),
    fallback: addressOf(fallback),
    sources: sources.map(({ type, files }) => ({
      type,
      files: files.map(({ name, width }) => ({ address: addressOf(name), width })),
    })),
  }
}

/** Makes the files of an image in a folder of its own, unless they are there. */
async function makeImage(folder: string, bytes: Buffer): Promise<Encoded> {
  const known = await readFile(join(folder, factsName), "utf8").catch(() => undefined)
  if (known !== undefined) return JSON.parse(known) as Encoded

  const fresh = `${folder}.${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  const { type } = readHead(bytes)
  const whole = type === "svg" || type === "gif" || (await isAnimated(bytes))
  const encoded = whole ? await keepWhole(bytes, fresh) : await encodeImage(bytes, fresh)
  await writeFile(join(fresh, factsName), JSON.stringify(encoded))
  await rm(folder, { recursive: true, force: true })
  await rename(fresh, folder)
  return encoded
}

/** A drawing in SVG has no width to make it in, and what moves would stop moving. */
async function keepWhole(bytes: Buffer, folder: string): Promise<Encoded> {
  const { type, width, height } = readHead(bytes)
  const whole = `whole.${type}`
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, whole), bytes)
  const clear = mayBeClear(bytes, type)
  return { width, height, clear, whole, fallback: whole, sources: [] }
}

/** Puts the files in the folder that is served; what else is there goes, such as a draft's images. */
async function serveFiles(folder: string, served: ReadonlyMap<string, string>): Promise<void> {
  const there = new Set(await readdir(folder).catch(() => []))
  for (const name of there) if (!served.has(name)) await rm(join(folder, name), { recursive: true })
  if (served.size > 0) await mkdir(folder, { recursive: true })
  for (const [name, file] of served) {
    if (there.has(name)) continue
    await copyFile(file, join(folder, `.${name}`))
    await rename(join(folder, `.${name}`), join(folder, name))
  }
}

/** What was made of images that the content, drafts included, no longer has goes. */
async function dropUnused(
  root: string,
  used: ReadonlySet<string>,
  all: readonly string[],
): Promise<void> {
  const cache = join(root, cacheFolder)
  const others = (await readdir(cache).catch(() => [])).filter((key) => !used.has(key))
  if (others.length === 0) return
  const keys = new Set<string>()
  for (const path of all) keys.add(keyOf(await readFile(join(root, path))))
  for (const key of others.filter((key) => !keys.has(key))) {
    await rm(join(cache, key), { recursive: true, force: true })
  }
}
