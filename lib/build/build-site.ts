import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { distFolder, madeFolder, nextFolder } from "../model/build-folders.mjs"
import { today, type Day } from "../model/dates"
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
  // While the content is read on one processor, another does what else there is to do.
  const hashing = hashOfFiles(sources)
  hashing.catch(() => undefined) // what is wrong with the content is said first
  const [contentCode] = await Promise.all([
    exitOf(startOwn("lib/build/content")),
    // Next.js would remove it too, and take three times as long.
    rm(join(nextFolder, "server/route-cache"), { recursive: true, force: true }),
  ])
  if (contentCode !== 0) return false
  const hash = await hashing
  // Pages that this code has made of the same content before are not made again.
  const PARTWISE_PAGES = await hashOfFiles([...sources.filter((one) => one !== "content"), ...made])
  // More room for what lives shortly: collected less often, pages take a tenth less time.
  const NODE_OPTIONS = `${process.env["NODE_OPTIONS"] ?? ""} --max-semi-space-size=64`.trim()
  const env = { NODE_ENV: "production", PARTWISE_PAGES, NODE_OPTIONS }
  const code = await exitOf(startScript(scriptOf("next"), ["build"], env))
  if (code === 0) await writeFile(stamp, JSON.stringify({ hash, due: await readDue() }))
  return code === 0
}

/** Whether the site on disk is made from the sources as they are now, and shows what it has to today. */
export async function isBuilt(): Promise<boolean> {
  if (!existsSync(join(distFolder, manifestName))) return false
  const built = await readFile(stamp, "utf8").catch(() => "")
  return isCurrent(built, await hashOfFiles(sources), today())
}

/** Whether a build is made from sources of a hash, and no post of it has come due. */
export function isCurrent(built: string, hash: string, day: Day): boolean {
  if (!built.startsWith("{")) return false
  const made = JSON.parse(built) as { hash: string; due?: Day }
  return made.hash === hash && (made.due === undefined || made.due > day)
}

/** The next day on which a post is to be published; `lib/site/write.ts` writes it. */
async function readDue(): Promise<Day | undefined> {
  const { day } = JSON.parse(await readFile(".partwise/due.json", "utf8")) as { day?: Day }
  return day
}

async function hashOfFiles(folders: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(process.version)
  for (const name of variables) hash.update(`${name}=${process.env[name] ?? ""}\n`)
  for (const { file, isFile } of await filesIn(folders)) {
    hash.update(`${file}\n`).update(isFile ? await readFile(file) : "")
  }
  for (const file of settings) hash.update(`${file}\n`).update(await readFile(file))
  return hash.digest("hex").slice(0, 16)
}

/** What no build is made from: a change to a test builds nothing anew. */
const isForTests = /\.test\.tsx?$|^lib\/testing\/|\.md$/

/** All that is in folders; a link, or what else there is, by its name alone: no build reads it. */
async function filesIn(folders: readonly string[]) {
  const lists = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  )
  return lists
    .flat()
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ file: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .filter(({ file }) => !isForTests.test(file))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}
