import { mkdir, rm, writeFile } from "node:fs/promises"
import { basename } from "node:path"
import { build, context, type BuildOptions, type BuildResult } from "esbuild"
import { bundleFolder } from "../model/build-folders.mjs"

const common = {
  bundle: true,
  target: "es2022",
  minify: true,
  metafile: true,
} satisfies BuildOptions

/**
 * Bundles the enhancements into a hashed module, with others for what few pages have, and what runs
 * before the first paint into a script to stand inline, and the search for its page; tells the pages about
 * all three. A development server
 * watches them: its pages are taken over by React, and change with each save.
 */
export async function writeEnhancements({ watch = false } = {}): Promise<void> {
  await rm(bundleFolder, { recursive: true, force: true })
  const bundler = await context({
    ...common,
    entryPoints: ["lib/enhance/enhance.ts"],
    outdir: bundleFolder,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    splitting: true,
    format: "esm",
    define: { isDevelopment: String(watch) },
    plugins: [{ name: "address", setup: (build) => build.onEnd(writeAddress) }],
  })
  await bundler.rebuild()
  if (watch) await bundler.watch()
  else await bundler.dispose()
}

async function writeAddress({ metafile }: BuildResult): Promise<void> {
  const outputs = Object.entries(metafile?.outputs ?? {})
  const file = outputs.find(([, { entryPoint }]) => entryPoint !== undefined)?.[0]
  if (file === undefined) return // esbuild has said why
  const { outputFiles } = await build({
    ...common,
    entryPoints: ["lib/enhance/first-paint.ts"],
    format: "iife",
    write: false,
  })
  // By itself: what it shares with the others would be a file more for every page.
  const { metafile: search } = await build({
    ...common,
    entryPoints: ["lib/enhance/search.ts"],
    outdir: bundleFolder,
    entryNames: "[name]-[hash]",
    format: "esm",
  })
  const enhance = {
    src: `/enhance/${basename(file)}`,
    search: `/enhance/${basename(Object.keys(search.outputs)[0] ?? "")}`,
    firstPaint: outputFiles[0]?.text.trim() ?? "",
  }
  await mkdir(".partwise", { recursive: true })
  await writeFile(".partwise/enhance.json", JSON.stringify(enhance))
}
