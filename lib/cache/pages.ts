import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { openCache, type Cache } from "./cache"

/** Finished pages of earlier builds, by their addresses. */
export type KeptPages = {
  /** Addresses of pages that may be kept, not percent-encoded. */
  addresses: readonly string[]
  /** Whether all of a page is kept, undamaged. */
  has: (address: string) => Promise<boolean>
  /** What is kept of a page beside its HTML. */
  load: <Page>(address: string) => Promise<Page | undefined>
  loadHtml: (address: string) => Promise<Buffer | undefined>
  save: (address: string, page: unknown, html: Buffer) => Promise<void>
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
  const htmlOf = (address: string) => `${nameOf(address)}.html`
  return {
    addresses: [...keys.keys()],
    has: async (address) => {
      const found = await Promise.all([cache.load(nameOf(address)), cache.load(htmlOf(address))])
      return found.every((part) => part !== undefined)
    },
    load: (address) => cache.load(nameOf(address)),
    loadHtml: (address) => cache.load(htmlOf(address)),
    save: async (address, page, html) => {
      if (!keys.has(decodeURIComponent(address))) return
      await Promise.all([cache.save(nameOf(address), page), cache.save(htmlOf(address), html)])
    },
    trim: cache.trim,
  }
}
