import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { bindBook, type Shelf } from "../book/book"
import { formatEpub } from "../book/epub"
import { bookAddress } from "../model/addresses"
import type { Series } from "../model/series"
import type { ServedFile } from "./manifest"

type Index = Pick<Shelf, "site" | "posts"> & { series: readonly Series[] }

/**
 * The books that the site offers: of each series that says so and has a part to read, made of its pages.
 *
 * @param files of the site by their addresses, which are in a folder already
 * @returns EPUBs by their addresses
 */
export async function booksOf(
  files: Readonly<Record<string, ServedFile>>,
  { root, folder, base }: { root: string; folder: string; base: string },
): Promise<readonly (readonly [address: string, epub: Buffer])[]> {
  const text = await readFile(join(root, ".partwise/index.json"), "utf8").catch(() => undefined)
  if (text === undefined) return [] // nothing is published yet
  const { site, posts, series } = JSON.parse(text) as Index
  const read = async (address: string) => {
    const file = files[decodeURI(address)]
    return file && readFile(join(folder, file.path))
  }
  const offered = series.filter(({ id, book }) => book && posts.some((post) => post.series === id))
  return Promise.all(
    offered.map(async (one) => {
      const book = await bindBook(one, { site, posts, base, read })
      return [decodeURI(bookAddress(one.id)), formatEpub(book)] as const
    }),
  )
}
