import type { RequestListener } from "node:http"
import { distFolder } from "../model/build-folders.mjs"
import { createSiteServer, stopServer } from "../serve/server"
import { openSite, refuseUnlisted } from "../serve/live-site"
import { buildSite, isBuilt } from "../build/build-site"
import { readersDelay } from "../readers/delay"
import { createListener } from "../readers/listener"
import { openReaders } from "../readers/readers"
import { portFrom, portProblem } from "./port"
import { refuseFaultyEnvironment } from "../build/environment"
import { siteEnvironment } from "../model/visibility"
import { readersDatabase } from "./readers-database"

refuseFaultyEnvironment()
const host = process.env["HOST"] || "localhost"
const port = portFrom(process.env["PORT"])

if (!(await isBuilt()) && !(await buildSite())) process.exit(1)

const refuse = siteEnvironment() === "production" ? refuseUnlisted : undefined
const site = await openSite(distFolder, { refuse }).catch((error: Error) => {
  console.error(`${error.message}: npm run build`)
  return process.exit(1)
})
const log = process.env["ACCESS_LOG"] ? (line: string) => console.log(line) : undefined
const secret = process.env["PREVIEW_SECRET"]
const readers = openReaders({
  dist: distFolder,
  where: readersDatabase(),
  smtp: process.env["SMTP_URL"],
  tell: (line) => console.log(line),
  delay: readersDelay(),
})
const server = createSiteServer({
  site,
  secret,
  log,
  run: nextHandler(),
  readers: createListener(readers),
})

server.on("error", (error: NodeJS.ErrnoException) => {
  console.error(portProblem(error, { port, host, command: "npm start" }))
  process.exit(1)
})
server.listen(port, host, () => {
  const address = server.address()
  const actual = typeof address === "object" ? address?.port : port
  const { base, unlisted } = site.manifest()
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${actual}${base}/`
  const openly = unlisted ? " with drafts, open to everybody" : ""
  console.log(
    `Partwise listens at ${url}${secret === undefined ? openly : ", closed to who has no link"}`,
  )
})

let stopping = false
/** A terminal and npm may both send the signal. */
async function stop() {
  if (stopping) return
  stopping = true
  site.close()
  await stopServer(server)
  await readers.close()
  process.exit(0)
}
process.on("SIGINT", () => void stop())
process.on("SIGTERM", () => void stop())

type Handler = (...parameters: Parameters<RequestListener>) => Promise<void>

/** Next.js's own handler, started when a route first needs it. */
function nextHandler() {
  let ready: Promise<Handler> | undefined
  const start = async (): Promise<Handler> => {
    const { default: next } = await import("next")
    const app = next({ dev: false, hostname: host, port })
    await app.prepare()
    return app.getRequestHandler()
  }
  return async (...[request, response]: Parameters<RequestListener>) => {
    ready ??= start()
    const answer = await ready
    await answer(request, response) // so that the server hears of a failure
  }
}
