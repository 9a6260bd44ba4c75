import { cp, mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type measure, measureSuccess, type Measurement } from "./measure"
import { writePosts, type PostOptions } from "./posts"
import { temporaryFolder } from "./project"
import type { Tools } from "./tools"

/**
 * What surrounds the text on every page, as HTML. Taken from our own pages, so that both sides have
 * the same styles, fonts, header and footer.
 */
export type Shell = {
  htmlClass: string
  /** Links to stylesheets and fonts. */
  head: string
  header: string
  footer: string
  /** The files that it needs, by address. */
  files: ReadonlyMap<string, Uint8Array>
}

/**
 * An Astro project with the same posts: MDX with Shiki as they come, one page a post, a list of all
 * posts and a home page. `bench/astro-project` is the project without its posts.
 */
export async function createAstro(
  posts: number,
  tools: Tools,
  { shell, options }: { shell?: Shell; options?: PostOptions } = {},
): Promise<string> {
  const folder = await temporaryFolder(`astro-${posts}`)
  await cp("bench/astro-project", folder, { recursive: true })
  await tools.linkPackages(folder)
  await mkdir(join(folder, "src/content/posts"), { recursive: true })
  await writePosts(posts, (slug) => join(folder, `src/content/posts/${slug}.mdx`), options)
  if (!shell) return folder

  const { files, ...texts } = shell
  await writeFile(join(folder, "src/shell.json"), JSON.stringify(texts))
  for (const [address, bytes] of files) {
    const file = join(folder, "public", address)
    await mkdir(join(file, ".."), { recursive: true })
    await writeFile(file, bytes)
  }
  return folder
}

/** Builds it into its `dist`. */
export const buildAstro = (
  folder: string,
  tools: Tools,
  run: typeof measure = measureSuccess,
): Promise<Measurement> =>
  run(tools.node, [tools.astro, "build"], {
    cwd: folder,
    env: { ...astroEnvironment, NODE_ENV: "production" },
  })

export const astroEnvironment = { ASTRO_TELEMETRY_DISABLED: "1" }
