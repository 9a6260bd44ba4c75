// What Next.js hands its output to when a build is complete. Next.js loads it as plain JavaScript; the
// delivery itself is TypeScript, and is bundled first: that takes esbuild less time than tsx to start.
import { join } from "node:path"
import { pathToFileURL } from "node:url"

/** @type {import("next").NextAdapter} */
export default {
  name: "partwise",
  async onBuildComplete({ outputs, projectDir, repoRoot, distDir, nextVersion }) {
    const { build } = await import("esbuild")
    const bundle = join(distDir, "deliver.mjs")
    await build({
      entryPoints: [join(projectDir, "lib/deliver/deliver.ts")],
      outfile: bundle,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
    })
    /** @type {typeof import("./deliver")} */
    const { deliver } = await import(pathToFileURL(bundle).href)
    const vercel = Boolean(process.env["VERCEL"])
    const code = process.env["PARTWISE_PAGES"]
    console.log(await deliver({ outputs, root: projectDir, repoRoot, nextVersion, vercel, code }))
  },
}
