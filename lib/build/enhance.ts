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
 * before the first paint into a script to stand inline; tells the layout about both.
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
  const enhance = {
    src: `/enhance/${basename(file)}`,
    firstPaint: outputFiles[0]?.text.trim() ?? "",
  }
  await mkdir(".partwise", { recursive: true })
  await writeFile(".partwise/enhance.json", JSON.stringify(enhance))
}
