import { execFileSync } from "node:child_process"
import { access, mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { root, temporaryFolder } from "./project"

/** Programs that only the benchmark needs: installed from npm, outside of the project. */
export type Tools = {
  /** A Node that Astro and Lighthouse run on; ours may be older. */
  node: string
  nodeVersion: string
  /** Astro's command, a script. */
  astro: string
  astroVersion: string
  mdxVersion: string
  lighthouse: string
  lighthouseVersion: string
  /** Pagefind's command, a script. */
  pagefind: string
  /** Gives a copy of `bench/astro-project` its packages. */
  linkPackages: (folder: string) => Promise<void>
}

const nodeVersion = "24.21.0"
const lighthouseVersion = "13.5.0"
const pagefindVersion = "1.6.0"

/** Installs them, unless `folder` is given and holds them from an earlier run. */
export async function installTools(folder?: string): Promise<Tools> {
  const place = folder ?? (await temporaryFolder("tools"))
  const manifest = JSON.parse(
    await readFile(join(root, "bench/astro-project/package.json"), "utf8"),
  ) as {
    dependencies: Record<string, string>
  }
  const nodePackage = `node-${process.platform}-${process.arch}`
  const dependencies = {
    ...manifest.dependencies,
    [nodePackage]: nodeVersion,
    lighthouse: lighthouseVersion,
    pagefind: pagefindVersion,
  }
  await mkdir(place, { recursive: true })
  await writeFile(join(place, "package.json"), JSON.stringify({ private: true, dependencies }))
  await access(join(place, "node_modules/pagefind")).catch(() => {
    const flags = ["--no-audit", "--no-fund", "--loglevel=error"]
    execFileSync("npm", ["install", ...flags], {
      cwd: place,
      stdio: ["ignore", "ignore", "inherit"],
    })
  })

  const modules = join(place, "node_modules")
  return {
    node: join(modules, nodePackage, "bin/node"),
    nodeVersion,
    astro: "node_modules/astro/bin/astro.mjs",
    astroVersion: manifest.dependencies["astro"] ?? "",
    mdxVersion: manifest.dependencies["@astrojs/mdx"] ?? "",
    lighthouse: join(modules, "lighthouse/cli/index.js"),
    lighthouseVersion,
    pagefind: join(modules, "pagefind/lib/runner/bin.cjs"),
    linkPackages: async (target) => {
      execFileSync("cp", ["-al", modules, target])
    },
  }
}
