import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { madeFolder } from "../model/build-folders.mjs"
import { searchSegment } from "../model/addresses"
import { searchFilesOf } from "./files"

/** Writes what a search loads, and removes what an earlier build has written. */
export async function writeSearch(root: string): Promise<void> {
  const folder = join(root, madeFolder, searchSegment)
  await mkdir(folder, { recursive: true })
  const files = await searchFilesOf(root)
  for (const [name, text] of files) {
    const file = join(folder, name)
    if ((await readFile(file, "utf8").catch(() => undefined)) !== text) await writeFile(file, text)
  }
  for (const name of await readdir(folder)) if (!files.has(name)) await rm(join(folder, name))
}
