import { readFile } from "node:fs/promises"

/** A process that can be told from a later one with the same number. */
export type Process = { pid: number; start?: string }

/** This process, or another that runs. */
export async function processOf(pid: number = process.pid): Promise<Process> {
  return { pid, start: (await stateOf(pid))?.start }
}

export async function isRunning({ pid, start }: Process): Promise<boolean> {
  if (!exists(pid)) return false
  const state = await stateOf(pid)
  return state === undefined || (state.start === start && !state.isDead)
}

/** Ends a process and all that it started in its group, without a word to them. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL")
  } catch {
    // They have ended.
  }
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/** What Linux says of a process, proc_pid_stat(5): its state, and when it began, in ticks since the boot. */
async function stateOf(pid: number): Promise<{ start?: string; isDead: boolean } | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined)
  if (stat === undefined) return undefined
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  return { start: fields[19], isDead: fields[0] === "Z" || fields[0] === "X" }
}
