import { appendFile, copyFile, readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { exitOf, startScript } from "../build/program"

const corpus = "lib/import/corpus"

/** Any picture, in place of those that only a host of old has. */
const picture = join(corpus, "hugo/static/images/shelf.png")

const site = {
  name: "Moved in",
  description: "Posts from elsewhere.",
  author: "Me",
  url: "https://moved.example",
  language: "en-GB",
}

/** What people change first. */
const ownLooks = `accent: "#0063a0"
authors:
  - id: ada
    name: Ada Lovelace
    about: Writes of what engines might do.
    orcid: 0000-0002-1825-0097
    links:
      - title: Elsewhere
        url: https://example.org/ada
  - id: grace
    name: Grace Hopper
fonts:
  text: Charter, Georgia, serif
  interface: system-ui, sans-serif
footer: Moved in with bag and baggage.
navigation:
  - title: Writing
    url: /posts/
  - title: Kilns
    url: /series/learning-to-fire/
  - title: Elsewhere
    url: https://example.org/
`

/** What is left to the author once the posts are here: what is found in a post, and what is to be there. */
const mends: readonly [slug: string, found: string, by: string][] = [
  ["umbrella", "![]", "![An umbrella in blue]"],
  ["interactive", "<GearCalculator front={48} rear={[11, 13, 15]} />", "48 to 11 is the most."],
  ["how-to-read-a-map", "https://cdn-images-1.medium.com/max/800/1.png", "picture.png"],
  ["the-first-letter", "https://substackcdn.com/image/a.png", "picture.png"],
]

/**
 * What an author does, in the folder of this process, who comes with a blog: begins a site of one's own,
 * takes the posts in, and mends what is named.
 */
export async function moveIn(): Promise<void> {
  const post = (...args: string[]) => exitOf(startScript("lib/cli/run.mjs", ["post", ...args]))
  await post("begin", ...Object.entries(site).map(([name, value]) => `--${name}=${value}`))
  for (const system of await readdir(corpus)) await post("import", join(corpus, system))
  for (const [slug, found, by] of mends) {
    const folder = join("content/posts", slug)
    const text = await readFile(join(folder, "index.mdx"), "utf8")
    if (!text.includes(found)) throw new Error(`Unexpected post ${slug}, expected ${found} in it`)
    await writeFile(join(folder, "index.mdx"), text.replaceAll(found, by))
    if (by === "picture.png") await copyFile(picture, join(folder, by))
  }
  await appendFile("content/site.yaml", ownLooks)
  await byTwo("content/posts/coin/index.mdx")
  const file = "content/posts/interactive/index.mdx"
  await writeFile(file, (await readFile(file, "utf8")).replace(/^import .*$/m, ""))
}

/** A post that two have written. */
async function byTwo(file: string): Promise<void> {
  const text = await readFile(file, "utf8")
  await writeFile(file, text.replace("\ndate:", "\nauthors: [ada, grace]\ndate:"))
}
