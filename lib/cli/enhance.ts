import { mkdir, rm, writeFile } from "node:fs/promises"
import { basename } from "node:path"
import { context, type BuildOptions, type BuildResult } from "esbuild"

/** Where the bundle goes: generated, so neither committed nor a source. */
export const bundleFolder = "public/enhance"

const options = {
  entryPoints: ["enhance/enhance.ts"],
  outdir: bundleFolder,
  entryNames: "[name]-[hash]",
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  metafile: true,
  write: true,
} satisfies BuildOptions

/** Bundles the enhancements into one hashed module, and tells the layout its address. */
export async function writeEnhancements({ watch = false } = {}): Promise<void> {
  await rm(bundleFolder, { recursive: true, force: true })
  const bundler = await context({
    ...options,
    plugins: [{ name: "address", setup: (build) => build.onEnd(writeAddress) }],
  })
  await bundler.rebuild()
  if (watch) await bundler.watch()
  else await bundler.dispose()
}

async function writeAddress({ metafile }: BuildResult): Promise<void> {
  const [file] = Object.keys(metafile?.outputs ?? {})
  if (file === undefined) return // esbuild has said why
  await mkdir(".contentlayer", { recursive: true })
  await writeFile(
    ".contentlayer/enhance.json",
    JSON.stringify({ src: `/enhance/${basename(file)}` }),
  )
}
