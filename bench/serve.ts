import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { cp, mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { gzipSync } from "node:zlib"
import { postAddress, startOurs, startPair } from "./pair"
import { findProgram } from "./programs"
import { temporaryFolder } from "./project"
import { freePort, startServer, type Server } from "./server"
import { atLeast, formatMilliseconds, formatNumber, type Row, type Section } from "./table"
import type { Tools } from "./tools"

const run = promisify(execFile)

const connections = 32
const seconds = 10

type Load = { perSecond: number; p99: number; encoding: string }

/** Requests a second of the long post: our server, Next.js's own and nginx, each alone on one core. */
export async function benchServe(tools: Tools): Promise<Section> {
  const title = "Requests a second of the long post"
  const wrk = await findProgram("wrk")
  if (wrk === undefined) return { title, rows: [], remarks: ["Not measured: wrk is missing."] }

  const { ours: running, folder } = await startPair(tools)
  const nginx = await findProgram("nginx")
  const page = await (await fetch(running.origin + postAddress)).text()
  const ours = await loadOf(wrk, await startOurs(folder, onCore(0)), ["gzip", "br"])
  const next = await loadOf(wrk, await startNext(folder), ["gzip"])
  const other =
    nginx === undefined
      ? undefined
      : await loadOf(wrk, await startNginx(nginx, folder, page), ["gzip"])

  const mine = ours["gzip"]!
  const rows: Row[] = [
    rowOf("gzip", mine, "next start", next["gzip"]!, 10),
    other
      ? rowOf("gzip", mine, "nginx gzip_static", other["gzip"]!, 0.3)
      : { what: "gzip", ours: formatLoad(mine), remark: "nginx is missing" },
    {
      what: "br",
      ours: formatLoad(ours["br"]!),
      remark: ours["br"]!.encoding === "br" ? undefined : `sent in ${ours["br"]!.encoding}`,
    },
  ]
  const remarks = [
    `wrk with one thread and ${connections} connections for ${seconds} s, after 3 s to warm up; servers on core 0, wrk on core 1${onCore(0).length > 0 ? "" : " (not here: one core, or no taskset)"}.`,
    existsSync(join(folder, "dist"))
      ? "nginx serves the same dist, set up as Debian does, with gzip_static and without an access log."
      : "nginx serves the page as our server sent it: there is no dist yet.",
  ]
  return { title, rows, remarks }
}

/** What makes a command run on one core only, where that can be had. */
const onCore = (core: number): readonly string[] =>
  existsSync("/usr/bin/taskset") && existsSync("/sys/devices/system/cpu/cpu1")
    ? ["taskset", "-c", String(core)]
    : []

/** Next.js's own server, on the build that ours serves. */
async function startNext(folder: string): Promise<Server> {
  const port = await freePort()
  const script = join(folder, "node_modules/next/dist/bin/next")
  const [command = "", ...args] = [...onCore(0), process.execPath, script, "start", "-p", `${port}`]
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }
  return startServer([command, ...args], { cwd: folder, port, env, path: postAddress })
}

async function startNginx(nginx: string, folder: string, page: string): Promise<Server> {
  const place = await temporaryFolder("nginx")
  const files = join(place, "files")
  if (existsSync(join(folder, "dist"))) await cp(join(folder, "dist"), files, { recursive: true })
  const file = join(files, postAddress, "index.html")
  if (!existsSync(`${file}.gz`)) {
    await mkdir(join(file, ".."), { recursive: true })
    await writeFile(file, page)
    await writeFile(`${file}.gz`, gzipSync(page, { level: 9 }))
  }

  const port = await freePort()
  const user = process.getuid?.() === 0 ? "user root;" : ""
  const configuration = `${user}
daemon off; worker_processes 1; pid ${place}/pid; error_log stderr;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log off; sendfile on; tcp_nopush on; gzip_static on;
  server { listen localhost:${port}; root ${files}; index index.html; }
}
`
  await writeFile(join(place, "nginx.conf"), configuration)
  const [command = "", ...args] = [...onCore(0), nginx, "-p", place, "-c", `${place}/nginx.conf`]
  return startServer([command, ...args], { cwd: place, port, path: postAddress })
}

/** Puts a server under load, once for each coding, and stops it. */
async function loadOf(
  wrk: string,
  server: Server,
  codings: readonly string[],
): Promise<Record<string, Load>> {
  const loads: Record<string, Load> = {}
  for (const coding of codings) {
    const url = server.origin + postAddress
    const answer = await fetch(url, { headers: { "Accept-Encoding": coding } })
    await answer.arrayBuffer()
    const encoding = answer.headers.get("content-encoding") ?? "plain text"
    if (!answer.ok || (coding === "gzip" && encoding !== "gzip")) {
      throw new Error(`Unexpected ${answer.status} in ${encoding} from ${url}, expected gzip`)
    }
    await wrkLoad(wrk, url, coding, 3)
    loads[coding] = { ...(await wrkLoad(wrk, url, coding, seconds)), encoding }
  }
  await server.stop()
  return loads
}

async function wrkLoad(wrk: string, url: string, coding: string, time: number) {
  const settings = ["-t1", `-c${connections}`, `-d${time}s`, "--latency"]
  const header = ["-H", `Accept-Encoding: ${coding}`]
  const [command = "", ...args] = [...onCore(1), wrk, ...settings, ...header, url]
  const { stdout } = await run(command, args)
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
  const [, p99 = "", unit = ""] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? []
  const errors = /Non-2xx.*|Socket errors.*/.exec(stdout)?.[0]
  if (errors !== undefined) throw new Error(`Unexpected answers under load from ${url}: ${errors}`)
  return { perSecond, p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit as "us" | "ms" | "s"] }
}

function rowOf(coding: string, ours: Load, name: string, other: Load, least: number): Row {
  const ratio = ours.perSecond / other.perSecond
  return {
    what: `${coding}, beside ${name}`,
    ours: formatLoad(ours),
    other: { name, figure: formatLoad(other) },
    ratio,
    goal: atLeast(least, ratio),
  }
}

const formatLoad = ({ perSecond, p99 }: Load) =>
  `${formatNumber(perSecond)}/s, p99 ${formatMilliseconds(p99)}`
