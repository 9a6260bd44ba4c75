import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { llmsAddress } from "../model/addresses"
import type { ServedFile } from "./manifest"

/** In bytes: no language model reads more at once. */
const mostText = 2_000_000

/** A link to a text, in Markdown. */
const links = /\]\([^()\s]*?(\/posts\/[^()\s]*\/index\.md)\)/g

/**
 * All texts in one file, as {@link llmsAddress} lists them; of more than it holds, the first ones.
 *
 * @param files of the site by their addresses, which are in a folder already
 */
export async function wholeTextOf(
  files: Readonly<Record<string, ServedFile>>,
  folder: string,
): Promise<Buffer | undefined> {
  const list = files[llmsAddress]
  if (!list) return undefined
  const text = await readFile(join(folder, list.path), "utf8")
  const named = Array.from(text.matchAll(links), ([, address = ""]) => decodeURIComponent(address))
  const found = named.flatMap((address) => files[address] ?? [])
  let size = 0
  const shown = found.filter(({ forms }) => (size += forms.identity?.size ?? 0) <= mostText)
  const texts = await Promise.all(shown.map(({ path }) => readFile(join(folder, path), "utf8")))
  const rest = found.length - shown.length
  const end = rest > 0 ? [`${rest} more texts: ${llmsAddress}`] : []
  return Buffer.from([...texts, ...end].join("\n\n---\n\n"))
}
