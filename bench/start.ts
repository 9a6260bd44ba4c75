import { copySite, removeFolder } from "./project"
import { freePort, startServer } from "./server"
import { atMost, formatSeconds, type Row, type Section } from "./table"

/** From `npm start` to the first answer, of the site as it is. */
export async function benchStart(): Promise<Section> {
  const folder = await copySite()
  const cold = await secondsToAnswer(folder)
  const again = await secondsToAnswer(folder)
  await removeFolder(folder)
  const row = (what: string, seconds: number, most: number): Row => ({
    what,
    ours: formatSeconds(seconds),
    goal: atMost(most, seconds, `≤ ${most} s`),
  })
  return {
    title: "`npm start` of the site as it is",
    rows: [row("nothing built", cold, 12), row("nothing changed", again, 1.5)],
    remarks: ["From the command to the first answer, with packages installed and no cache."],
  }
}

async function secondsToAnswer(folder: string): Promise<number> {
  const port = await freePort()
  const env = { PORT: String(port), HOST: "localhost", NODE_ENV: undefined, SITE_ENV: undefined }
  const start = performance.now()
  const server = await startServer(["npm", "start"], { cwd: folder, port, env, patience: 300 })
  const seconds = (performance.now() - start) / 1000
  await server.stop()
  return seconds
}
