import { createServer } from "node:http"
import next from "next"
import { buildSite, isBuilt } from "./build-site"

const host = process.env["HOST"] || "localhost"
const port = portFrom(process.env["PORT"])

if (!(await isBuilt()) && !(await buildSite())) process.exit(1)

const site = next({ dev: false, hostname: host, port })
const answer = site.getRequestHandler()
await site.prepare()

const server = createServer((request, response) => void answer(request, response))
server.on("error", (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `Unexpected program on port ${port} of ${host}, expected a free one: stop it, or say PORT=${port + 1} npm start`
      : `Unexpected failure to listen on ${host}:${port}: ${error.message}`,
  )
  process.exit(1)
})
server.listen(port, host, () => {
  console.log(`Partwise listens at http://${host.includes(":") ? `[${host}]` : host}:${port}`)
})

/** Requests under way are finished; idle connections are closed. */
function stop() {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
}
process.once("SIGINT", stop)
process.once("SIGTERM", stop)

function portFrom(value: string | undefined): number {
  if (value === undefined || value === "") return 3000
  if (/^\d+$/.test(value) && Number(value) <= 65_535) return Number(value)
  console.error(`Unexpected PORT=${value}, expected a number from 0 to 65535`)
  return process.exit(2)
}
