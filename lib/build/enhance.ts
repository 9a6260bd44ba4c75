import { mkdir, rm, writeFile } from "node:fs/promises"
import { basename, join } from "node:path"
import { build, type BuildOptions, type Metafile } from "esbuild"
import { offlineWorker } from "../model/addresses"
import { bundleFolder, madeFolder } from "../model/build-folders.mjs"

const common = {
  bundle: true,
  target: "es2022",
  minify: true,
  metafile: true,
} satisfies BuildOptions

/**
 * Bundles the enhancements into a hashed module, with others for what few pages have, and what runs
 * before the first paint into a script to stand inline, and the search and the file of what is read for
 * their pages; tells the pages about all of them.
 *
 * @param isDevelopment whether React takes over the pages, and they change with each save
 */
export async function writeEnhancements({ isDevelopment = false } = {}): Promise<void> {
  await rm(bundleFolder, { recursive: true, force: true })
  const { metafile } = await build({
    ...common,
    entryPoints: ["lib/enhance/enhance.ts"],
    outdir: bundleFolder,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    splitting: true,
    format: "esm",
    define: { isDevelopment: String(isDevelopment) },
  })
  const { outputFiles } = await build({
    ...common,
    entryPoints: ["lib/enhance/first-paint.ts"],
    format: "iife",
    write: false,
  })
  const [search, progressFile, keepOffline] = await Promise.all(
    ["search", "progress-file", "keep-offline"].map(bundleAlone),
  )
  await build({
    ...common,
    entryPoints: ["lib/enhance/offline-worker.ts"],
    format: "iife",
    outfile: join(madeFolder, offlineWorker), // one address for good: it is looked for there
  })
  const enhance = {
    src: `/enhance/${basename(entryIn(metafile))}`,
    search,
    progressFile,
    keepOffline,
    firstPaint: outputFiles[0]?.text.trim() ?? "",
  }
  await mkdir(".partwise", { recursive: true })
  await writeFile(".partwise/enhance.json", JSON.stringify(enhance))
}

/** A script of few pages by itself: what it shares with others would be a file more for every page. */
async function bundleAlone(name: string): Promise<string> {
  const { metafile } = await build({
    ...common,
    entryPoints: [`lib/enhance/${name}.ts`],
    outdir: bundleFolder,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    splitting: true, // what it loads when it is asked for something
    format: "esm",
  })
  return `/enhance/${basename(entryIn(metafile))}`
}

/** The file that another loads for all that is in a bundle. */
const entryIn = ({ outputs }: Metafile): string =>
  Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.startsWith("lib/"))?.[0] ?? ""
