import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"

/**
 * Writes a file of `.partwise` so that whoever reads it meanwhile sees the old one or the new one, whole.
 * One that holds the same already is left alone: a development server would take it for changed.
 */
export async function writeWhole(root: string, name: string, text: string): Promise<void> {
  const file = join(root, ".partwise", name)
  if ((await readFile(file, "utf8").catch(() => undefined)) === text) return
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}
