import { posix } from "node:path"
import pLimit from "p-limit"
import type { FoundPost } from "./found"

/** Images asked for at once: an old host may not bear more. */
const atOnce = pLimit(6)

/** An image of more bytes than these is none that a post should have. */
const greatestImage = 25_000_000

const image = /<img\b[^>]*?\bsrc="(https?:\/\/[^"]+)"/gi

const endings: Readonly<Record<string, string>> = {
  "image/avif": ".avif",
  "image/gif": ".gif",
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/svg+xml": ".svg",
  "image/webp": ".webp",
}

/**
 * Gives the post of an export the images that its former host still shows: an export names them only. One
 * that cannot be had keeps its address, which is said.
 *
 * @param isHere whether an image is in the export itself
 */
export async function withFetchedImages(
  post: FoundPost,
  isHere: (url: string) => boolean,
  fetch: (url: string) => Promise<Response>,
): Promise<FoundPost> {
  if (post.syntax !== "html") return post
  const urls = [...post.body.matchAll(image)]
    .map(([, url = ""]) => url.replaceAll("&amp;", "&"))
    .filter((url) => !isHere(url))
  const files = new Map(post.files)
  const losses = [...(post.losses ?? [])]
  const fetched = [...new Set(urls)].map((url) =>
    atOnce(async () => [url, await fetchImage(url, fetch)] as const),
  )
  for (const [url, found] of await Promise.all(fetched)) {
    if (found) files.set(url, found)
    else losses.push(`the image ${url}: its host did not give it, and it stays there`)
  }
  return { ...post, files, losses }
}

type FetchedImage = { name: string; bytes: Uint8Array }

async function fetchImage(
  url: string,
  fetch: (url: string) => Promise<Response>,
): Promise<FetchedImage | undefined> {
  try {
    const response = await fetch(url)
    const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim() ?? ""
    const ending = endings[type]
    if (!response.ok || ending === undefined) return undefined
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (bytes.length > greatestImage) return undefined
    const stem = posix.basename(new URL(url).pathname).replace(/\.\w+$/, "")
    return { name: `${stem}${ending}`, bytes }
  } catch {
    return undefined // no network, or no such host any more
  }
}
