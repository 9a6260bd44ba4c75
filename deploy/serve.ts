import { spawn } from "node:child_process"
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { today } from "../lib/model/dates"
import { readersDelay } from "../lib/readers/delay"
import { createListener } from "../lib/readers/listener"
import { openReaders } from "../lib/readers/readers"
import { createAnsweringServer, stopServer } from "../lib/serve/server"
import { currentOf, findCurrent, isHeld } from "./release"
import { createSites } from "./sites"
import { isDue, type Context } from "./update"

/** Serves until a signal comes. @param secret keeps the previews private */
export async function serve({ config, places, tell }: Context, secret?: string): Promise<void> {
  const { url, host, port, previews, interval } = config
  const readers = openReaders({
    dist: currentOf(places.live),
    where: process.env["DATABASE_URL"] || places.readers,
    smtp: process.env["SMTP_URL"],
    tell,
    delay: readersDelay(),
  })
  const listener = createListener(readers)
  const sites = createSites({ places, url, pattern: previews, secret, readers: listener })
  const log = process.env["ACCESS_LOG"] ? tell : undefined
  const server = createAnsweringServer(sites.answer, { log })
  server.listen(port, host)
  await once(server, "listening")
  const name = host.includes(":") ? `[${host}]` : host
  tell(`Listening at http://${name}:${(server.address() as AddressInfo).port}/`)
  if (previews !== undefined) {
    tell(secret === undefined ? "Previews are open to everybody" : "Previews open by a link")
  }

  const timer = setInterval(() => void look(), interval * 1000)
  let until = 0
  /** Starts a build of what became due; after one that failed, waits for as long as sixty looks. */
  const look = async () => {
    if (performance.now() < until) return
    const current = await findCurrent(places.live)
    if (!current || !isDue(current, await isHeld(places.live), today())) return
    until = Infinity
    const failed = (await startDue()) !== 0
    until = failed ? performance.now() + 60 * interval * 1000 : 0
  }

  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])
  clearInterval(timer)
  sites.close()
  await stopServer(server)
  await readers.close()
}

/** A build in a process of its own, so that readers do not notice. @returns its exit code */
async function startDue(): Promise<number> {
  const child = spawn(process.execPath, [process.argv[1] ?? "", "due"], { stdio: "inherit" })
  const [code] = (await once(child, "exit").catch(() => [1])) as [number | null]
  return code ?? 1
}
