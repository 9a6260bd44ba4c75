import { readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { mayBeClear, readHead } from "./file"
import type { Images, PreparedImage } from "./images"

/**
 * Images as they are, so that a saved post is shown at once: for development, whose server has
 * `app/images` for them.
 */
export function originalImages(root: string): Images {
  const known = new Map<string, { version: string; image: PreparedImage }>()
  return {
    async prepare(path) {
      const file = join(root, path)
      const { mtimeMs, size } = await stat(file)
      const version = `${mtimeMs} ${size}`
      const before = known.get(path)
      if (before?.version === version) return before.image

      const bytes = await readFile(file)
      const { type, width, height } = readHead(bytes)
      const clear = mayBeClear(bytes, type)
      const segments = path.normalize("NFC").split("/").slice(1)
      const address = `/images/${segments.map(encodeURIComponent).join("/")}`
      // What the address ends with makes a browser ask anew for an image that has changed.
      const fallback = `${address}?${mtimeMs}`
      const image = { width, height, clear, whole: path, fallback, sources: [] }
      known.set(path, { version, image })
      return image
    },
    finish: () => Promise.resolve(),
  }
}
