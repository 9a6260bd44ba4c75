import { readFile } from "node:fs/promises"
import { join, posix } from "node:path"
import { offlineAddress, postAddress, seriesAddress } from "../model/addresses"
import type { OfflineFile, OfflineList } from "../model/offline"
import type { Post } from "../model/post"
import type { Series } from "../model/series"
import { hashOf, type ServedFile } from "./manifest"

type Index = { posts: readonly Post[]; series: readonly Series[] }
type Files = Readonly<Record<string, ServedFile>>

/**
 * What a reader needs to have a series without a network, for each series with a part to read: its page, its
 * parts, and all that these show, with what that loads in turn. Other pages are not in it.
 *
 * @param files of the site by their addresses, which are in a folder already
 * @returns lists as JSON, by their addresses
 */
export async function offlineListsOf(
  files: Files,
  { root, folder, base }: { root: string; folder: string; base: string },
): Promise<readonly (readonly [address: string, list: string])[]> {
  const text = await readFile(join(root, ".partwise/index.json"), "utf8").catch(() => undefined)
  if (text === undefined) return [] // nothing is published yet
  const { posts, series } = JSON.parse(text) as Index
  const neededBy = referencesIn(files, folder, base)
  const lists: (readonly [string, string])[] = []
  for (const { id } of series) {
    const parts = posts.filter((post) => post.series === id)
    if (parts.length === 0) continue
    const pages = [seriesAddress(id), ...parts.map(({ slug }) => postAddress(slug))].map(decodeURI)
    const found = new Set(pages)
    for (const address of found) {
      for (const other of await neededBy(address)) found.add(other)
    }
    lists.push([decodeURI(offlineAddress(id)), JSON.stringify(listOf(found, pages.length, files))])
  }
  return lists
}

function listOf(addresses: ReadonlySet<string>, pages: number, all: Files): OfflineList {
  const files = [...addresses].flatMap((address): OfflineFile[] => {
    const { size = 0, hash = "" } = all[address]?.forms.identity ?? {}
    return hash === "" ? [] : [{ address: encodeURI(address), hash, size }]
  })
  return { version: hashOf(Buffer.from(JSON.stringify(files))), pages, files }
}

const loaded = /\.(?:css|js|woff2|avif|webp|png|jpe?g|gif|svg|ico|json)$/
/** What pages do not load by themselves: pictures for other sites, and what only the search reads. */
const unneeded = /^\/(?:cards|search)\/|^\/(?:feed|addresses)\.|\/(?:feed|offline)\.json$/

/** Tells which files a file names: by whole addresses, or as scripts name each other. */
function referencesIn(files: Files, folder: string, base: string) {
  const known = new Map<string, Promise<readonly string[]>>()
  const look = async (address: string): Promise<readonly string[]> => {
    const file = files[address]
    if (!file || !/^text\/(?:html|css|javascript)/.test(file.type)) return []
    const text = await readFile(join(folder, file.path), "utf8")
    const found = new Set<string>()
    for (const [, name = ""] of text.matchAll(/["'(\s=,](\.{0,2}\/[^"'()\s<>,]+)/g)) {
      const path = name.startsWith("/")
        ? name.startsWith(`${base}/`)
          ? name.slice(base.length)
          : name
        : posix.join(posix.dirname(address), name)
      const plain = path.replace(/[?#].*/, "")
      if (loaded.test(plain) && !unneeded.test(plain) && files[plain]) found.add(plain)
    }
    return [...found]
  }
  return (address: string) => {
    const found = known.get(address) ?? look(address)
    known.set(address, found)
    return found
  }
}
