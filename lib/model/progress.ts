import { isDay, type Day } from "./dates"
import type { Post } from "./post"

/**
 * What a reader has marked as read, kept in the browser and nowhere else.
 *
 * A post is known by its slug. That survives more than the number of a part, which changes when a
 * series is put in another order, or the id of a series, which leaves no trace when it changes: a slug
 * that changes leaves an alias behind. Pages therefore name a post by all the slugs it has had, and
 * an entry under an old one is moved to the present one when a page with it is met, so that it still
 * holds when the alias is given up one day.
 */
export type Progress = ReadonlyMap<string, Day>

/** Its place in the browser's storage. Another form of the data gets another number. */
export const progressKey = "partwise:progress:1"

const version = 1

/** What of the browser's storage is used. */
export type Shelf = {
  getItem: (key: string) => string | null
  setItem: (key: string, value: string) => void
}

/** The slugs of a post: the present one, then those that its aliases tell of. */
export function slugsOf({ slug, aliases }: Pick<Post, "slug" | "aliases">): readonly string[] {
  const former = aliases.flatMap((alias) => /^\/posts\/([^/]+)\/*$/.exec(alias)?.[1] ?? [])
  return [...new Set([slug, ...former.map((one) => decodeURIComponent(one).normalize("NFC"))])]
}

/** What stored text says; of text that is damaged or of another version, what can be used. */
export function progressFrom(text: string | null): Progress {
  try {
    return new Map(entriesIn(text ?? "").filter(isEntry))
  } catch {
    return new Map() // nothing that this site has written: as if nothing were read
  }
}

/**
 * What a file says that {@link formatProgress} has made.
 *
 * @throws Error that says what is wrong with any other
 */
export function parseProgress(text: string): Progress {
  const entries = entriesIn(text)
  const odd = entries.find((entry) => !isEntry(entry))
  if (odd) throw new Error(`Unexpected ${JSON.stringify(odd)}, expected a post and a day`)
  return new Map(entries as [string, Day][])
}

function entriesIn(text: string): [string, unknown][] {
  try {
    const data = JSON.parse(text) as { version: unknown; read: object }
    if (data.version === version) return Object.entries(data.read)
  } catch {
    // No JSON, or none with a list.
  }
  throw new Error(`Unexpected file, expected one of version ${version} that was saved here`)
}

/** Slugs go into selectors, so nothing else may pass for one. */
const isEntry = (entry: [string, unknown]): entry is [string, Day] =>
  /^[\p{L}\p{M}\p{N}]+(?:[-_][\p{L}\p{M}\p{N}]+)*$/u.test(entry[0]) &&
  typeof entry[1] === "string" &&
  isDay(entry[1])

/** The text for storage and for a file. */
export const formatProgress = (progress: Progress) =>
  JSON.stringify({ version, read: Object.fromEntries(progress) })

/** Both together; where they differ about a post, the later day. */
export const mergeProgress = (one: Progress, other: Progress): Progress =>
  new Map([...one, ...other].sort(([, a], [, b]) => a.localeCompare(b)))

/** The day on which a post was marked as read, under whichever of its slugs. */
export const findReadDay = (progress: Progress, slugs: readonly string[]): Day | undefined =>
  slugs
    .flatMap((slug) => progress.get(slug) ?? [])
    .sort()
    .at(-1)

/** With a post marked as read on a day, or not at all. */
export function markProgress(progress: Progress, slugs: readonly string[], day?: Day): Progress {
  const [slug] = slugs
  const marked = new Map([...progress].filter(([one]) => !slugs.includes(one)))
  if (slug !== undefined && day !== undefined) marked.set(slug, day)
  return marked
}

/** With entries under former slugs of the posts moved to the present ones; itself if there are none. */
export const migrateProgress = (progress: Progress, posts: readonly (readonly string[])[]) =>
  posts.reduce(
    (moved, slugs) =>
      slugs.slice(1).some((former) => moved.has(former))
        ? markProgress(moved, slugs, findReadDay(moved, slugs))
        : moved,
    progress,
  )

/** What is stored. To reach the storage may itself be forbidden, hence the function. */
export function loadProgress(shelf: () => Shelf): Progress {
  try {
    return progressFrom(shelf().getItem(progressKey))
  } catch {
    return new Map()
  }
}

/** Whether it could be stored: storage may be full, or forbidden. */
export function saveProgress(shelf: () => Shelf, progress: Progress): boolean {
  try {
    shelf().setItem(progressKey, formatProgress(progress))
    return true
  } catch {
    return false
  }
}

/** Posts whose marks a page shows, those marked last: a store that is damaged may name far more. */
const mostMarked = 5_000

/** Rules that show the marks of what is read, and hide what is for readers who have yet to read it. */
export const rulesOf = (progress: Progress) =>
  [...progress.keys()]
    .slice(-mostMarked)
    .map(
      (slug) =>
        `[data-read~="${slug}"]{visibility:inherit}[data-unread~="${slug}"]{visibility:hidden}`,
    )
    .join("")
