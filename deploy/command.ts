import { spawn } from "node:child_process"
import { dirname, delimiter } from "node:path"
import type { Readable } from "node:stream"
import { stripVTControlCharacters } from "node:util"
import { killGroup } from "./process"

type Environment = Readonly<Record<string, string | undefined>>

type Options = {
  folder: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
  /** Where the process that leads the group of all that the command starts says which it is. */
  groupFile: string
  /** Hears each line that the command prints, and whether on its standard error. */
  onLine: (line: string, isError: boolean) => void
}

/**
 * The command says itself which process it is, before it does anything: who started it may be killed at
 * any moment. If its folder is gone by then, it does nothing.
 */
const lead = 'cat /proc/$$/stat >"$0" 2>/dev/null || echo $$ >"$0" || exit; exec /bin/sh -c "$1"'

/**
 * Runs a shell command, and passes on what it prints. When the signal comes, or the command
 * has ended, all that it started ends too.
 *
 * @returns its exit code; undefined if it was ended
 */
export async function runCommand(command: string, options: Options): Promise<number | undefined> {
  const { folder, env, signal, groupFile, onLine } = options
  if (signal.aborted) return undefined
  const child = spawn("/bin/sh", ["-c", lead, groupFile, command], {
    cwd: folder,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const ended = new Promise<number | undefined>((resolve, reject) => {
    child.on("error", reject)
    child.on("exit", (code) => resolve(code ?? undefined))
  })
  const { pid } = child
  if (pid === undefined) return ended
  const stop = () => killGroup(pid)
  signal.addEventListener("abort", stop)
  const heard = Promise.all([
    readLines(child.stdout, (line) => onLine(line, false)),
    readLines(child.stderr, (line) => onLine(line, true)),
  ])
  try {
    return await ended
  } finally {
    signal.removeEventListener("abort", stop)
    stop()
    await heard
  }
}

/** Of a longer line the rest is not heard: one that never ends would fill the memory. */
const longestLine = 10_000

async function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  let line = ""
  const add = (text: string) => {
    line += text.slice(0, longestLine + 1 - line.length)
  }
  const end = () => {
    const cut = line.length > longestLine ? `${line.slice(0, longestLine)}…` : line
    onLine(
      stripVTControlCharacters(cut)
        .replaceAll(/(?!\t)\p{Cc}/gu, "")
        .trimEnd(),
    )
    line = ""
  }
  for await (const text of stream.setEncoding("utf8") as AsyncIterable<string>) {
    const [first = "", ...others] = text.split(/\r?\n|\r/)
    add(first)
    for (const other of others) {
      end()
      add(other)
    }
  }
  if (line !== "") end()
}

/** What Git says to a hook of its own repository, and what is ours: none of a build's business. */
const foreign = /^(?:GIT_\w+|NODE_ENV|NODE_OPTIONS|PREVIEW_SECRET|VERCEL\w*|FIXTURE|HOST|PORT)$/

/** The environment of a command: this process's own, with the Node that runs it first in the path. */
export function commandEnvironment(env: Environment, more: Environment): NodeJS.ProcessEnv {
  const own = Object.fromEntries(
    Object.entries(env).filter(([name]) => !foreign.test(name)),
  ) as NodeJS.ProcessEnv
  const path = [dirname(process.execPath), env["PATH"] ?? "/usr/bin:/bin"].join(delimiter)
  return { ...own, PATH: path, NO_COLOR: "1", ...more }
}
