import { readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import type { Publications } from "../model/publications"
import { publicationsAddress } from "../model/readers-address"

/** What a finished site says that it has published; a new build takes the old one's place. */
export function openPublished(dist: string) {
  const file = join(dist, publicationsAddress)
  let stamp = ""
  let publications: Publications | undefined
  return {
    /** As it was when it was last looked at; undefined where readers cannot follow. */
    last: () => publications,
    /** Looks once more. @returns the same object, as long as nothing has changed */
    async renew(): Promise<Publications | undefined> {
      const found = await stat(file).catch(() => undefined)
      const now = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : ""
      if (now === stamp) return publications
      const text = found && (await readFile(file, "utf8"))
      publications = text === undefined ? undefined : (JSON.parse(text) as Publications)
      stamp = now
      return publications
    },
  }
}
