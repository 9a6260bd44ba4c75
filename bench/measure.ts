import { spawn } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { availableParallelism } from "node:os"

/** What a run of a command cost. */
export type Measurement = {
  seconds: number
  /** Processor time of the whole process tree. */
  cpuSeconds: number
  /**
   * Most memory that the tree held at once: the anonymous and shared memory of all its processes
   * (RssAnon + RssShmem of /proc/<pid>/status, sampled), plus the mapped files of the largest one,
   * which the others share.
   */
  peakBytes: number
  /** What else the machine did meanwhile, from 0 to 1: above 0.1, the figures are disturbed. */
  othersShare: number
  exitCode: number
  /** Standard output and error. */
  output: string
}

const interval = 200

/** Ticks a second in /proc: 100 on every Linux that Node runs on. */
const ticks = 100

type Where = { cwd: string; env?: Record<string, string | undefined> }

/** Runs a command to its end and measures it, together with every process that it starts. */
export async function measure(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: Where,
): Promise<Measurement> {
  const busyBefore = busySeconds()
  const start = performance.now()
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a session of its own, by which its descendants are found
  })
  const output: Buffer[] = []
  child.stdout.on("data", (bytes: Buffer) => output.push(bytes))
  child.stderr.on("data", (bytes: Buffer) => output.push(bytes))

  let peakBytes = 0
  let cpuSeconds = 0
  const sample = () => {
    const tree = sessionOf(child.pid ?? 0)
    peakBytes = Math.max(peakBytes, memoryOf(tree))
    cpuSeconds = Math.max(cpuSeconds, cpuOf(tree))
  }
  const timer = setInterval(sample, interval)
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (code) => resolve(code ?? 1))
  }).finally(() => clearInterval(timer))

  const seconds = (performance.now() - start) / 1000
  const idle = seconds * availableParallelism()
  const othersShare = Math.max(0, (busySeconds() - busyBefore - cpuSeconds) / idle)
  return {
    seconds,
    cpuSeconds,
    peakBytes,
    othersShare,
    exitCode,
    output: String(Buffer.concat(output)),
  }
}

/** As {@link measure}. @throws Error with the end of the output if the command fails */
export async function measureSuccess(
  command: string,
  args: readonly string[],
  where: Where,
): Promise<Measurement> {
  const measurement = await measure(command, args, where)
  if (measurement.exitCode === 0) return measurement
  const end = measurement.output.split("\n").slice(-30).join("\n")
  throw new Error(
    `Unexpected exit code ${measurement.exitCode} of ${command} ${args.join(" ")}\n${end}`,
  )
}

type Process = { pid: number; ticks: number }

/** The processes of a session that run now. */
function sessionOf(session: number): readonly Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      // The name, in brackets, may hold spaces: the numbered fields of proc(5) start behind it.
      const fields = readProc(`${pid}/stat`)
        .replace(/^.*\) /s, "")
        .split(" ")
      if (Number(fields[3]) !== session) return []
      // Own time, and that of children that have ended: utime, stime, cutime, cstime.
      const spent = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
      return [{ pid: Number(pid), ticks: spent }]
    })
}

/** Processor time, in seconds, of a process that leads a session and of all that it has started. */
export const cpuSecondsOf = (session: number) => cpuOf(sessionOf(session))

const cpuOf = (tree: readonly Process[]) =>
  tree.reduce((sum, process) => sum + process.ticks, 0) / ticks

function memoryOf(tree: readonly Process[]): number {
  let own = 0
  let mapped = 0
  for (const { pid } of tree) {
    const status = readProc(`${pid}/status`)
    const kilobytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0)
    own += kilobytes("RssAnon") + kilobytes("RssShmem")
    mapped = Math.max(mapped, kilobytes("RssFile"))
  }
  return (own + mapped) * 1024
}

/** Processor time that the machine has spent since it was started, on anything. */
function busySeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = readProc("stat")
    .split("\n", 1)[0]!
    .replace(/^cpu\s+/, "")
    .split(" ")
    .map(Number)
  return (user + nice + system + irq + softirq) / ticks
}

/** Reads a file of /proc; nothing where the process has ended meanwhile. */
function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, "utf8")
  } catch {
    return ""
  }
}
