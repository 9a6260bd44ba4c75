import { spawn } from "node:child_process"
import { createServer } from "node:net"

/** A server that runs until it is stopped. */
export type Server = { origin: string; pid: number; stop: () => Promise<void> }

type How = {
  cwd: string
  port: number
  env?: Record<string, string | undefined>
  /** How long it may take until it answers, in seconds. */
  patience?: number
  /** What is asked for until it answers with 200. */
  path?: string
}

/** Starts a server in a process group of its own and waits until it answers. */
export async function startServer(
  [command, ...args]: readonly [string, ...string[]],
  { cwd, port, env, patience = 60, path = "/" }: How,
): Promise<Server> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  })
  const output: Buffer[] = []
  child.stdout.on("data", (bytes: Buffer) => output.push(bytes))
  child.stderr.on("data", (bytes: Buffer) => output.push(bytes))
  let ended = false
  const end = new Promise<void>((resolve, reject) => {
    child.on("error", reject)
    child.on("exit", (code, name) => {
      ended = true
      if (running.has(stop)) console.error(`${command} ${args.join(" ")} ended: ${name ?? code}`)
      resolve()
    })
  })
  const pid = child.pid ?? 0
  const stop = async () => {
    running.delete(stop)
    if (!ended) signal(pid, "SIGTERM")
    const timer = setTimeout(() => signal(pid, "SIGKILL"), 5000)
    await end
    clearTimeout(timer)
    signal(pid, "SIGKILL") // what the program has started may outlive it
  }
  running.add(stop)

  const origin = `http://localhost:${port}`
  const last = performance.now() + patience * 1000
  while (!(await answers(origin + path))) {
    if (ended || performance.now() > last) {
      await stop()
      const text = String(Buffer.concat(output)).slice(-2000)
      throw new Error(
        `Unexpected silence of ${command} ${args.join(" ")}, expected it at ${origin}\n${text}`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return { origin, pid, stop }
}

const running = new Set<() => Promise<void>>()

/** Stops what still runs: at the end, also where a section has failed. */
export async function stopServers(): Promise<void> {
  await Promise.all([...running].map((stop) => stop()))
}

/** A port that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on("error", reject)
    server.listen(0, "localhost", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

/** To the whole group: npm and its like do not always pass a signal on. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
  }
}
