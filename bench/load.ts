import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { promisify } from "node:util"
import { cpuSecondsOf } from "./measure"
import { postAddress } from "./pair"
import type { Server } from "./server"
import { quantileOf } from "./table"

const run = promisify(execFile)

const connections = 32
const seconds = 5
const rounds = 3

/** A server and how it is asked; what it sends is told by the first answer. */
export type Candidate = { name: string; server: Server; coding: "gzip" | "br" }

/** What a server bears: medians over the rounds. */
export type Load = Figures & { encoding: string }

type Figures = {
  perSecond: number
  /** Requests in a second of the server's processor time: what else the machine does hardly matters. */
  perCpuSecond: number
  /** In milliseconds. */
  p99: number
}

export const loadRemark = () =>
  `wrk with one thread and ${connections} connections, ${seconds} s to warm up and ${rounds} rounds of ${seconds} s in turns, medians; servers on core 0, wrk on core 1${onCore(0).length > 0 ? "" : " (not here: one core, or no taskset)"}.`

/** What makes a command run on one core only, where that can be had. */
export const onCore = (core: number): readonly string[] =>
  existsSync("/usr/bin/taskset") && existsSync("/sys/devices/system/cpu/cpu1")
    ? ["taskset", "-c", String(core)]
    : []

/** Puts each under load in turns, so that whatever else the machine does meets all of them. */
export async function loadsOf(
  wrk: string,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<Candidate, Load>> {
  const measured = new Map<Candidate, Figures[]>()
  for (let round = 0; round <= rounds; round++) {
    for (const candidate of candidates) {
      const figures = await figuresOf(wrk, candidate)
      if (round > 0) measured.set(candidate, [...(measured.get(candidate) ?? []), figures])
    }
  }
  const loads = new Map<Candidate, Load>()
  for (const [candidate, figures] of measured) {
    loads.set(candidate, {
      perSecond: quantileOf(figures.map(({ perSecond }) => perSecond)),
      perCpuSecond: quantileOf(figures.map(({ perCpuSecond }) => perCpuSecond)),
      p99: quantileOf(figures.map(({ p99 }) => p99)),
      encoding: await encodingOf(candidate),
    })
  }
  return loads
}

async function encodingOf({ server, coding }: Candidate): Promise<string> {
  const url = server.origin + postAddress
  const answer = await fetch(url, { headers: { "Accept-Encoding": coding } })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`Unexpected ${answer.status} from ${url}, expected 200`)
  return answer.headers.get("content-encoding") ?? "plain text"
}

async function figuresOf(wrk: string, { server, coding }: Candidate): Promise<Figures> {
  const url = server.origin + postAddress
  const settings = ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency"]
  const header = ["-H", `Accept-Encoding: ${coding}`]
  const [command = "", ...args] = [...onCore(1), wrk, ...settings, ...header, url]
  const cpuBefore = cpuSecondsOf(server.pid)
  const { stdout } = await run(command, args)
  const cpuSeconds = cpuSecondsOf(server.pid) - cpuBefore
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
  const [, p99 = "", unit = ""] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? []
  const errors = /Non-2xx.*|Socket errors.*/.exec(stdout)?.[0]
  if (errors !== undefined) throw new Error(`Unexpected answers under load from ${url}: ${errors}`)
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1])
  return {
    perSecond,
    perCpuSecond: requests / cpuSeconds,
    p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit as "us" | "ms" | "s"],
  }
}
