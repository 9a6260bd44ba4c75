import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { openCache, type Cache } from "./cache"

/** Finished pages of earlier builds, by their addresses. */
export type KeptPages = {
  /** Addresses of pages that may be kept. */
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
  const keys = JSON.parse(text) as Readonly<Record<string, string>>
  const cache = openCache(root, "pages", 500_000_000)
  const nameOf = (address: string) => `${code}-${keys[address]}`
  return {
    addresses: Object.keys(keys),
    load: (address) => cache.load(nameOf(address)),
    save: async (address, page) => {
      if (Object.hasOwn(keys, address)) await cache.save(nameOf(address), page)
    },
    trim: cache.trim,
  }
}
