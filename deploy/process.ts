import { readFile } from "node:fs/promises"

/** A process that can be told from a later one with the same number. */
export type Process = { pid: number; start?: string }

/** This process. */
export async function ownProcess(): Promise<Process> {
  return { pid: process.pid, start: (await stateOf(process.pid))?.start }
}

/**
 * A process from what it has written of itself when it began: its line in `/proc`, or its number where
 * there is none.
 */
export function findProcess(text: string): Process | undefined {
  const pid = Number.parseInt(text, 10)
  return pid > 1
    ? { pid, start: text.includes(")") ? stateFrom(text).start : undefined }
    : undefined
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

async function stateOf(pid: number): Promise<State | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined)
  return stat === undefined ? undefined : stateFrom(stat)
}

type State = { start?: string; isDead: boolean }

/** What Linux says of a process, proc_pid_stat(5): its state, and when it began, in ticks since the boot. */
function stateFrom(stat: string): State {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  return { start: fields[19], isDead: fields[0] === "Z" || fields[0] === "X" }
}
