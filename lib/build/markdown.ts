import { readFile } from "node:fs/promises"
import { join } from "node:path"
import pLimit from "p-limit"
import { cacheKey, openCache } from "../cache/cache"
import { openThreads } from "../cache/threads"
import { markdownSourceOf, postMarkdown, type MarkdownSource } from "../feed/markdown"
import { markdownFile, postAddress } from "../model/addresses"
import { textsFolder } from "../model/build-folders.mjs"
import type { Post } from "../model/post"
import { findPlace } from "../model/series"
import { openFolderWriter } from "../site/folder-writer"
import type { Index } from "../site/site-index"
import { readBodyIn, viewOf } from "../site/view"

/**
 * Writes each post as Markdown; what an earlier build has made is taken from the cache.
 *
 * @param root of the project, where the content has been written
 * @param code the version of the code that makes Markdown; without it, nothing is kept
 */
export async function writeMarkdown(root: string, code = process.env["PARTWISE_CODE"]) {
  const written = join(root, ".partwise")
  const index = await readJson<Index>(join(written, "index.json"))
  // What changes the Markdown of a post changes its page.
  const keys = await readJson<Readonly<Record<string, string>>>(join(written, "pages.json"))
  const keyOf = ({ slug }: Post) => cacheKey(code ?? "", keys[postAddress(slug)] ?? slug)
  const view = viewOf(index)
  const cache = code === undefined ? undefined : openCache(root, "markdown", 300_000_000)
  const folder = openFolderWriter(join(root, textsFolder))
  const write = ({ slug }: Post, text: string) => folder.write(`${slug}/${markdownFile}`, text)
  const sourceOf = async (post: Post): Promise<MarkdownSource> => {
    const place = findPlace(post, index.series, index.posts)
    const body = await readBodyIn(written, index, view, ["posts", post.slug])
    return markdownSourceOf(post, place, body, index.site)
  }

  const lacking: Post[] = []
  const atOnce = pLimit(32)
  const find = async (post: Post) => {
    const text = await cache?.load<string>(keyOf(post))
    if (text === undefined) lacking.push(post)
    else await write(post, text)
  }
  await Promise.all(index.posts.map((post) => atOnce(find, post)))

  const threads = cache && openThreads("markdown-worker", lacking.length)
  const make = async (post: Post) => {
    const source = await sourceOf(post)
    const text = threads ? ((await threads.run(source)) as string) : postMarkdown(source)
    await cache?.save(keyOf(post), text)
    await write(post, text)
  }
  await Promise.all(lacking.map((post) => atOnce(make, post)))
  await threads?.destroy()
  await folder.finish()
  await cache?.trim()
}

const readJson = async <Value>(file: string) => JSON.parse(await readFile(file, "utf8")) as Value
