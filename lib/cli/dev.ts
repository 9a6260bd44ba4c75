import type { ChildProcess } from "node:child_process"
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { writeEnhancements } from "../build/enhance"
import { writeFonts } from "../build/fonts"
import { exitOf, scriptOf, startScript } from "../build/program"
import { reportProblems } from "../build/report"
import { originalImages } from "../images/original-images"
import { checkContent } from "../rules/check"
import { clearContent, createWriter, writeNoContent } from "../site/write"
import { Reader } from "../source/reader"
import { watchContent } from "./watch"

process.env["SITE_ENV"] ??= "development"
const root = process.cwd()
const reader = new Reader(root, { spelling: true, compile: true })
const writer = createWriter(root, originalImages(root), (path) => reader.compiledOf(path))
let server: ChildProcess | undefined
let redirects = ""

await writeEnhancements({ watch: true })
await clearContent(root)
await refresh()
watchContent(root, refresh)

/** Writes what has changed, if all of the content is sound; Next.js then renders it anew. */
async function refresh(edited?: ReadonlySet<string>): Promise<void> {
  const content = await reader.read(edited)
  if (await reportProblems(root, await checkContent(content))) await writer.write(content)
  // Content that cannot be shown from the start is shown as what is wrong with it.
  else if (!existsSync(".partwise/index.json")) await writeNoContent(root)
  else if (server) return
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
