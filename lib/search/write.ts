import { join } from "node:path"
import { searchSegment } from "../model/addresses"
import { madeFolder } from "../model/build-folders.mjs"
import { openFolderWriter } from "../site/folder-writer"
import { searchFilesOf } from "./files"

/** Writes what a search loads. @param root of the project, where the content has been written */
export async function writeSearch(root: string): Promise<void> {
  const folder = openFolderWriter(join(root, madeFolder, searchSegment))
  for (const [name, text] of await searchFilesOf(root)) await folder.write(name, text)
  await folder.finish()
}
