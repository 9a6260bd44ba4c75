import { linkSync, mkdirSync, rmSync, statSync } from "node:fs"
import { cp, mkdir, rename, rm } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import type { Cache } from "../cache/cache"
import {
  endings,
  isKept,
  readManifest,
  type Encoding,
  type Form,
  type Manifest,
  type ServedFile,
} from "./manifest"

/** What the last build has delivered: from it a new one takes what has not changed. */
export type FormerSite = {
  /**
   * Puts a file with its compressed forms into a folder, as links to those of the last build.
   *
   * @param file as it is to be
   * @param hash of its content
   * @returns undefined where the last build has no such file, or links cannot be made: then it is to be written
   */
  reuse: (
    address: string,
    file: Pick<ServedFile, "path" | "type" | "immutable">,
    hash: string,
    folder: string,
  ) => ServedFile["forms"] | undefined
  /**
   * A reader who opened a page before the new build still loads its styles and scripts: what the last
   * build wrote stays for one more. But not its images: one that was taken back has to go at once.
   */
  keepAssets: (files: Record<string, ServedFile>, folder: string) => Promise<void>
  /** Puts a new site in its place, and notes what has made it. */
  replace: (folder: string, version: string) => Promise<void>
}

/** Which code has made which version of a site. */
type Made = { code?: string; version?: string }

/**
 * @param dist where it is, if there is any
 * @param makers what has made the sites in such folders, by the names of these
 * @param code the version of all that makes sites; of one that other code has made, nothing is reused
 */
export async function openFormerSite(
  dist: string,
  makers: Cache,
  code: string | undefined,
): Promise<FormerSite> {
  const { files = {}, version }: Partial<Manifest> = await readManifest(dist).catch(() => ({}))
  const maker = await makers.load<Made>(basename(dist))
  const isOfThisCode =
    code !== undefined && code === maker?.code && version !== undefined && version === maker.version
  return {
    reuse(address, file, hash, folder) {
      const former = isOfThisCode ? files[address] : undefined
      if (!former || former.forms.identity?.hash !== hash) return undefined
      const isSame = (["path", "type", "immutable"] as const).every(
        (key) => former[key] === file[key],
      )
      return isSame && linkForms(former, dist, folder) ? former.forms : undefined
    },
    async keepAssets(present, folder) {
      for (const [address, file] of Object.entries(files)) {
        if (!isKept(address, file) || present[address]) continue
        for (const ending of Object.values(endings)) {
          const target = join(folder, file.path + ending)
          await mkdir(dirname(target), { recursive: true })
          await cp(join(dist, file.path + ending), target).catch(() => undefined)
        }
        present[address] = { ...file, former: true }
      }
    },
    async replace(folder, next) {
      await replaceFolder(dist, folder)
      await makers.save(basename(dist), { code, version: next } satisfies Made)
    },
  }
}

/** Links all forms of a file, or none. Not asynchronous: ten thousand links take a second less so. */
function linkForms({ path, forms }: ServedFile, dist: string, folder: string): boolean {
  const linked: string[] = []
  try {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    for (const [encoding, { size }] of Object.entries(forms) as [Encoding, Form][]) {
      const name = path + endings[encoding]
      if (statSync(join(dist, name)).size !== size) throw new Error(`Unexpected size of ${name}`)
      linkSync(join(dist, name), join(folder, name))
      linked.push(join(folder, name))
    }
    return true
  } catch {
    // What is written to a link would be written to what it leads to.
    for (const file of linked) rmSync(file, { force: true })
    return false
  }
}

/** Puts a folder in the place of another in one step that no reader can fall into for long. */
async function replaceFolder(place: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`
  await rm(old, { recursive: true, force: true })
  await rename(place, old).catch(() => undefined)
  await rename(fresh, place)
  rmSync(old, { recursive: true, force: true })
}
