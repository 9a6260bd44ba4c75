import { join } from "node:path"
import { loadRemark, loadsOf, onCore, type Candidate, type Load } from "./load"
import { filesToServe, startNginx } from "./nginx"
import { postAddress, startOurs, startPair } from "./pair"
import { findProgram } from "./programs"
import { freePort, startServer, type Server } from "./server"
import { atLeast, formatMilliseconds, formatNumber, type Row, type Section } from "./table"
import type { Tools } from "./tools"

/** What ours has to be at least, as a share of another's requests a second. */
const goals: Record<string, number> = { "next start": 10, "nginx gzip_static": 0.3 }

/** Requests a second of the long post: our server, Next.js's own and nginx, each on one core. */
export async function benchServe(tools: Tools): Promise<Section> {
  const title = "Requests a second of the long post"
  const wrk = await findProgram("wrk")
  if (wrk === undefined) return { title, rows: [], remarks: ["Not measured: wrk is missing."] }

  const { ours: running, folder } = await startPair(tools)
  const page = await (await fetch(running.origin + postAddress)).text()
  const ours = await startOurs(folder, onCore(0))
  const others: Candidate[] = [
    { name: "next start", server: await startNext(folder), coding: "gzip" },
    ...(await nginxCandidates(folder, page)),
  ]
  const mine: Candidate = { name: "ours", server: ours, coding: "gzip" }
  const mineInBrotli: Candidate = { name: "ours", server: ours, coding: "br" }

  const loads = await loadsOf(wrk, [mine, mineInBrotli, ...others])
  for (const { server } of [mine, ...others]) await server.stop()
  const missing = others.length === 1 ? ["nginx is missing: not measured."] : []
  return {
    title,
    rows: [
      ...others.flatMap((other) => rowsOf(loads.get(mine)!, other.name, loads.get(other)!)),
      { what: "br", ours: formatLoad(loads.get(mineInBrotli)!) },
    ],
    remarks: [
      loadRemark(),
      "Where others are busy, wrk is what holds a fast server back: then trust the rows of processor time, requests in a second of the server's own.",
      "nginx serves the same files, set up as Debian does, with gzip_static and without an access log; once more with open_file_cache.",
      ...missing,
    ],
  }
}

async function nginxCandidates(folder: string, page: string): Promise<readonly Candidate[]> {
  const nginx = await findProgram("nginx")
  if (nginx === undefined) return []
  const how = { before: onCore(0), files: await filesToServe(folder, page) }
  const plain = await startNginx(nginx, { ...how, remember: false })
  const cached = await startNginx(nginx, { ...how, remember: true })
  return [
    { name: "nginx gzip_static", server: plain, coding: "gzip" },
    { name: "nginx with open_file_cache", server: cached, coding: "gzip" },
  ]
}

/** Next.js's own server, on the build that ours serves. */
async function startNext(folder: string): Promise<Server> {
  const port = await freePort()
  const script = join(folder, "node_modules/next/dist/bin/next")
  const [command = "", ...args] = [...onCore(0), process.execPath, script, "start", "-p", `${port}`]
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }
  return startServer([command, ...args], { cwd: folder, port, env, path: postAddress })
}

function rowsOf(ours: Load, name: string, other: Load): readonly Row[] {
  const ratio = ours.perSecond / other.perSecond
  const goal = goals[name]
  const perCpu = ({ perCpuSecond }: Load) => `${formatNumber(perCpuSecond)}/s`
  return [
    {
      what: `beside ${name}`,
      ours: formatLoad(ours),
      other: { name, figure: formatLoad(other) },
      ratio,
      goal: goal === undefined ? undefined : atLeast(goal, ratio),
    },
    {
      what: `beside ${name}, of processor time`,
      ours: perCpu(ours),
      other: { name, figure: perCpu(other) },
      ratio: ours.perCpuSecond / other.perCpuSecond,
    },
  ]
}

const formatLoad = ({ perSecond, p99, encoding }: Load) =>
  `${formatNumber(perSecond)}/s in ${encoding}, p99 ${formatMilliseconds(p99)}`
