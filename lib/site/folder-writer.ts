import { existsSync, readFileSync } from "node:fs"
import { mkdir, readdir, rm, writeFile } from "node:fs/promises"
import { dirname, join, relative } from "node:path"

/** Makes a folder hold some files and no others; one that is as it was is left alone. */
export type FolderWriter = {
  /** @param name of a file, with slashes where it lies deeper */
  write: (name: string, content: string | Uint8Array) => Promise<void>
  /** Removes the files that were not written. */
  finish: () => Promise<void>
}

/** @param folder that holds nothing that others have written */
export function openFolderWriter(folder: string): FolderWriter {
  const written = new Set<string>()
  return {
    async write(name, content) {
      written.add(name)
      const file = join(folder, name)
      const bytes = Buffer.from(content)
      // Not asynchronous: of thousands of small files, that takes a third of the time.
      if (existsSync(file) && readFileSync(file).equals(bytes)) return
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, bytes)
    },
    async finish() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
        () => [],
      )
      for (const entry of entries.filter((one) => one.isFile())) {
        const file = join(entry.parentPath, entry.name)
        if (!written.has(relative(folder, file).replaceAll("\\", "/"))) await rm(file)
      }
    },
  }
}
