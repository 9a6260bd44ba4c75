import { createInterface } from "node:readline/promises"
import { styleText } from "node:util"
import { today, type Day } from "../model/dates"

/** What a command does to the world, so that it can be tested without one. */
export type Io = {
  /** Of the project. */
  root: string
  env: Readonly<Record<string, string | undefined>>
  today: Day
  /** Milliseconds since 1970. */
  now: number
  fetch: (url: string) => Promise<Response>
  /** Asks whoever sits there; nothing where nobody does. */
  ask?: (question: string) => Promise<string>
  print: (text: string) => void
  error: (text: string) => void
  /** Whether somebody watches, and text without an end of line can be overwritten. */
  isTerminal: boolean
  write: (text: string) => void
  /** Does something when the process is asked to stop. */
  onStop: (stop: () => void) => void
  /** Text in a colour, if whoever reads it sees colours. */
  paint: (style: Style, text: string) => string
}

export type Style = "red" | "yellow" | "dim" | "bold"

/** 0: done; 1: the content or the world does not allow it; 2: the command line is wrong. */
export type ExitCode = 0 | 1 | 2

/** What was written after a command's name. */
export type Line = {
  words: readonly string[]
  options: Readonly<Record<string, string | boolean | undefined>>
}

/** The terminal that this process runs in. */
export const terminal = (): Io => ({
  root: process.cwd(),
  env: process.env,
  today: today(),
  now: Date.now(),
  fetch: (url) => fetch(url, { signal: AbortSignal.timeout(30_000) }),
  ask: process.stdin.isTTY && process.stdout.isTTY ? ask : undefined,
  print: (text) => console.log(text),
  error: (text) => console.error(text),
  isTerminal: process.stderr.isTTY,
  write: (text) => void process.stderr.write(text),
  onStop: (stop) => {
    process.once("SIGINT", stop)
    process.once("SIGTERM", stop)
  },
  // `styleText` heeds NO_COLOR, FORCE_COLOR and whether the stream is a terminal.
  paint: (style, text) => styleText(style, text, { stream: process.stderr }),
})

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}

/** A command line that a command cannot make sense of. */
export class WrongUsage extends Error {}

/** A wrong command line: what is wrong with it, and what is right. */
export function refuseUsage(io: Io, reason: string, usage: string): ExitCode {
  io.error(reason)
  io.error(usage)
  return 2
}

export function fail(io: Io, reason: string): ExitCode {
  io.error(reason)
  return 1
}
