import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { distFolder, madeFolder, nextFolder } from "../model/build-folders.mjs"
import { manifestName } from "../deliver/manifest"
import { exitOf, scriptOf, startOwn, startScript } from "./program"

/** What a build is made from. */
const sources = ["app", "components", "content", "lib", "public"]
/** What pages have from the content besides their data. */
const made = [".partwise/fonts", `${madeFolder}/enhance`]
const settings = ["next.config.mjs", "package.json", "package-lock.json", "postcss.config.mjs"]
const variables = ["SITE_URL", "SITE_ENV", "VERCEL_ENV", "FIXTURE"]

/** Where a build says what it was made from. */
const stamp = join(nextFolder, "sources")

/** Checks the content and builds the site. @returns whether that succeeded */
export async function buildSite(): Promise<boolean> {
  if ((await exitOf(startOwn("lib/build/content"))) !== 0) return false
  const hash = await hashOfFiles(sources)
  // Pages that this code has made of the same content before are not made again.
  const PARTWISE_PAGES = await hashOfFiles([...sources.filter((one) => one !== "content"), ...made])
  // More room for what lives shortly: collected less often, pages take a tenth less time.
  const NODE_OPTIONS = `${process.env["NODE_OPTIONS"] ?? ""} --max-semi-space-size=64`.trim()
  const env = { NODE_ENV: "production", PARTWISE_PAGES, NODE_OPTIONS }
  const code = await exitOf(startScript(scriptOf("next"), ["build"], env))
  if (code === 0) await writeFile(stamp, hash)
  return code === 0
}

/** Whether the site on disk is made from the sources as they are now. */
export async function isBuilt(): Promise<boolean> {
  const built = await readFile(stamp, "utf8").catch(() => undefined)
  const delivered = existsSync(join(distFolder, manifestName))
  return delivered && built === (await hashOfFiles(sources))
}

async function hashOfFiles(folders: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(process.version)
  for (const name of variables) hash.update(`${name}=${process.env[name] ?? ""}\n`)
  for (const file of [...(await filesIn(folders)), ...settings]) {
    hash.update(`${file}\n`).update(await readFile(file))
  }
  return hash.digest("hex").slice(0, 16)
}

/** What no build is made from: a change to a test builds nothing anew. */
const isForTests = /\.test\.tsx?$|^lib\/testing\/|\.md$/

async function filesIn(folders: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
    }),
  )
  return lists
    .flat()
    .filter((file) => !isForTests.test(file))
    .sort()
}
