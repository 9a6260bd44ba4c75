import type { OfflineFile, OfflineList } from "../model/offline"

// Series that a reader keeps on a device: each in a cache of its own, with the list of what is in it. The
// page of a series fills and empties it, and the worker keeps it as the site is.

const prefix = "partwise-series "

const open = (source: string) => caches.open(prefix + source)

/** How many files are on their way at once. */
const atOnce = 6

/** The address of the list of each series that is kept. */
export const keptSources = async (): Promise<readonly string[]> =>
  (await caches.keys()).flatMap((name) =>
    name.startsWith(prefix) ? name.slice(prefix.length) : [],
  )

export const forget = (source: string): Promise<boolean> => caches.delete(prefix + source)

/** What is kept of a series, if it is. @param source address of its list */
export async function keptList(source: string): Promise<OfflineList | undefined> {
  if (!(await caches.has(prefix + source))) return undefined
  const stored = await (await open(source)).match(source)
  return stored && ((await stored.json()) as OfflineList)
}

/**
 * Keeps a series as the site has it now. What is kept and has not changed is not asked for again; pages come
 * after what they show, and the list last, so that what is cut short is made whole the next time.
 *
 * @param source address of its list
 * @param base below which the site is served, without a slash at its end
 * @param onProgress told how many of the files are there
 * @returns what is kept now; undefined if the site has the series no more
 * @throws Error if something could not be had, or there is no room
 */
export async function keep(
  source: string,
  base: string,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<OfflineList | undefined> {
  const answer = await fetch(source, { cache: "no-cache" })
  if (answer.status === 404) {
    await forget(source)
    return undefined
  }
  const list = (await whole(answer).clone().json()) as OfflineList
  const before = await keptList(source)
  if (before?.version === list.version) return before
  const cache = await open(source)
  const had = new Map(before?.files.map(({ address, hash }) => [address, hash]))
  let done = 0
  let isOver = false
  const get = async ({ address, hash }: OfflineFile) => {
    const url = base + address
    if (had.get(address) !== hash || !(await cache.match(url))) {
      await cache.put(url, whole(await fetch(url, { cache: "no-cache" })))
    }
    if (!isOver) onProgress(++done, list.files.length)
  }
  for (const group of [list.files.slice(list.pages), list.files.slice(0, list.pages)]) {
    const queue = group.values()
    const work = async () => {
      for (const file of queue) if (!isOver) await get(file)
    }
    await Promise.all(Array.from({ length: atOnce }, work)).catch((error: unknown) => {
      isOver = true
      throw error
    })
  }
  await cache.put(source, answer)
  const kept = new Set([source, ...list.files.map(({ address }) => base + address)])
  for (const { url } of await cache.keys()) {
    if (!kept.has(new URL(url).pathname)) await cache.delete(url)
  }
  return list
}

/** @throws Error if it is an answer of another kind */
function whole(answer: Response): Response {
  if (answer.ok) return answer
  throw new Error(`${answer.status} ${new URL(answer.url).pathname}`)
}
