import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { openCache, type Cache } from "./cache"

/** Finished pages of earlier builds, by their addresses. */
export type KeptPages = {
  /** Addresses of pages that may be kept, not percent-encoded. */
  addresses: readonly string[]
  load: <Page>(address: string) => Promise<Page | undefined>
  save: (address: string, page: unknown) => Promise<void>
  trim: Cache["trim"]
}

/**
 * Opens the pages that earlier builds have kept.
 *
 * @param root of the project, where the content has been written
 * @param code the version of all that makes pages of the content; without it, none is kept
 */
export async function openKeptPages(
  root: string,
  code = process.env["PARTWISE_PAGES"],
): Promise<KeptPages | undefined> {
  if (code === undefined) return undefined
  const text = await readFile(join(root, ".partwise/pages.json"), "utf8")
  const written = Object.entries(JSON.parse(text) as Readonly<Record<string, string>>)
  // Links have addresses percent-encoded, and files as they are read.
  const keys = new Map(written.map(([address, key]) => [decodeURIComponent(address), key]))
  const cache = openCache(root, "pages", 500_000_000)
  const nameOf = (address: string) => `${code}-${keys.get(decodeURIComponent(address))}`
  return {
    addresses: [...keys.keys()],
    load: (address) => cache.load(nameOf(address)),
    save: async (address, page) => {
      if (keys.has(decodeURIComponent(address))) await cache.save(nameOf(address), page)
    },
    trim: cache.trim,
  }
}
