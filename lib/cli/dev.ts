import { dirname, relative } from "node:path"
import type { ChildProcess } from "node:child_process"
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { watch } from "chokidar"
import { createCheck } from "../rules/check"
import { rewriteFolder, writeContent, writeNoContent, type Loaded } from "../site/write"
import { originalImages } from "../images/original-images"
import { writeEnhancements } from "../build/enhance"
import { writeFonts } from "../build/fonts"
import { exitOf, scriptOf, startScript } from "../build/program"
import { reportProblems } from "../build/report"

process.env["SITE_ENV"] ??= "development"
const root = process.cwd()
const check = createCheck(root, { spelling: true, compile: true })
const images = originalImages(root)

let loaded: Loaded | undefined
let server: ChildProcess | undefined
let redirects = ""
/** Files that have changed since the last look, and those that a problem has kept from being shown. */
const changed = new Set<string>()
const unwritten = new Set<string>()
/** Whether a file was added or removed since the last look. */
let moved = false
let working = false

await writeEnhancements({ watch: true })
await refresh()
// An editor may empty a file before it writes it anew.
const awaitWriteFinish = { stabilityThreshold: 20, pollInterval: 10 }
watch("content", { ignoreInitial: true, awaitWriteFinish }).on("all", (event, path) => {
  if (event.endsWith("Dir")) return // its files tell of themselves
  if (event !== "change") moved = true
  changed.add(path.replaceAll("\\", "/"))
  void refresh()
})

/** Writes what has changed, if all of the content is sound; Next.js then renders it anew. */
async function refresh(): Promise<void> {
  if (working) return // what changes meanwhile is taken up at the end
  working = true
  do {
    const paths = new Set(changed)
    changed.clear()
    const edited = loaded && !moved ? paths : undefined
    moved = false
    if (!(await reportProblems(root, check, edited))) {
      paths.forEach((path) => unwritten.add(path))
      if (!server) await serveProblems()
      continue
    }
    const folders = new Set(
      [...paths, ...unwritten].map((path) => dirname(relative("content", path))),
    )
    unwritten.clear()
    if (loaded) for (const folder of folders) await rewriteFolder(root, loaded, images, folder)
    else loaded = await writeContent(root, images)
    await writeFonts(root)
    await serve()
  } while (changed.size > 0)
  working = false
}

/** Content that cannot be shown from the start is shown as what is wrong with it. */
async function serveProblems(): Promise<void> {
  if (!existsSync(".partwise/index.json")) await writeNoContent(root)
  await writeFonts(root)
  await serve()
}

/** Starts Next.js, or starts it anew where redirects have changed, which it reads only then. */
async function serve(): Promise<void> {
  const now = await readFile(".partwise/delivery.json", "utf8")
  if (server && now === redirects) return
  redirects = now

  const before = server
  before?.removeAllListeners("exit")
  if (before?.kill()) await exitOf(before)
  const port = ["--port", process.env["PORT"] || "3000"]
  const host = process.env["HOST"] ? ["--hostname", process.env["HOST"]] : []
  server = startScript(scriptOf("next"), ["dev", ...port, ...host])
  server.on("exit", (code) => process.exit(code ?? 0))
}

process.on("SIGINT", () => server?.kill("SIGINT") ?? process.exit(0))
process.on("SIGTERM", () => server?.kill("SIGTERM") ?? process.exit(0))
