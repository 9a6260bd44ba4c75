import type { ChildProcess } from "node:child_process"
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { writeEnhancements } from "../build/enhance"
import { refuseFaultyEnvironment } from "../build/environment"
import { writeFonts } from "../build/fonts"
import { exitOf, scriptOf, startTied } from "../build/program"
import { reportProblems } from "../build/report"
import { originalImages } from "../images/original-images"
import { prepareComponents } from "../components/components"
import { checkContent } from "../rules/check"
import { clearContent, createWriter, writeNoContent } from "../site/write"
import { Reader, type Content } from "../source/reader"
import { expectFree, portFrom, portProblem } from "./port"
import { watchFiles } from "./watch"

process.env["SITE_ENV"] ??= "development"
refuseFaultyEnvironment()
const root = process.cwd()
const port = portFrom(process.env["PORT"])
const host = process.env["HOST"] || undefined
const reader = new Reader(root, { spelling: true, compile: true })
const writer = createWriter(root, originalImages(root), (path) => reader.compiledOf(path))
let server: ChildProcess | undefined
let redirects = ""
let isStopping = false

await expectFree(port, host).catch((error: NodeJS.ErrnoException) => {
  console.error(portProblem(error, { port, host: host ?? "localhost", command: "npm run dev" }))
  process.exit(1)
})
await writeEnhancements({ isDevelopment: true })
await clearContent(root)
await refresh()
// What one save does wrong must not end it: the next may be right.
watchFiles(root, ["content/"], (edited) => refresh(edited).catch(console.error))
// By ourselves: esbuild, if it watched, could outlive this program where that is killed.
watchFiles(root, ["lib/enhance/", "lib/elements/"], () =>
  writeEnhancements({ isDevelopment: true }).catch(console.error),
)

/** Shows the content as it stands; what has changed while it was written is looked at again. */
async function refresh(edited?: ReadonlySet<string>): Promise<void> {
  let content = await reader.read(edited)
  for (let failures = 0; ;) {
    try {
      return await show(content)
    } catch (error) {
      const now = await reader.read()
      failures = isSame(content, now) ? failures + 1 : 0
      if (failures > 1) throw error // it fails whatever the files do
      content = now
    }
  }
}

const isSame = (a: Content, b: Content) =>
  a.files.length === b.files.length &&
  b.files.every(({ path }) => a.readings.get(path) === b.readings.get(path))

/** Writes what has changed, if all of the content is sound; Next.js then renders it anew. */
async function show(content: Content): Promise<void> {
  const components = await prepareComponents(root, content)
  // While a model is being written, its numbers change: the check says so when all is done.
  const problems = components.problems.filter(({ rule }) => rule !== "value-changed")
  if (await reportProblems(root, await checkContent(content, { components: problems }))) {
    await writer.write(content, components.frameOf)
    await components.writeScripts(root)
  }
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
  if (isStopping) process.exit()
  const where = ["--port", String(port), ...(host === undefined ? [] : ["--hostname", host])]
  server = startTied(scriptOf("next"), ["dev", ...where])
  server.on("exit", (code) => process.exit(code ?? 0))
}

/** Next.js ends first: what it has said is on the screen then. */
function stop(signal: NodeJS.Signals): void {
  isStopping = true
  if (!server?.kill(signal)) process.exit()
}

process.on("SIGINT", stop)
process.on("SIGTERM", stop)
