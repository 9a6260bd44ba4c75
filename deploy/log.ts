import { appendFileSync } from "node:fs"
import { mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { numbersIn } from "./queue"

/** All that the commands of a build say: more than who pushed wants to read. */
export type Log = {
  file: string
  add: (line: string) => void
  /** The lines that came last. */
  last: () => readonly string[]
}

/** Logs that stay on the disk. */
const kept = 50

const lastLines = 20

/** Of what a build says, in characters; it may say the same for as long as it is given. */
const longest = 10_000_000

/** Begins the log of a build, and drops the oldest ones. @param number of the build */
export async function openLog(folder: string, number: number): Promise<Log> {
  await mkdir(folder, { recursive: true })
  const old = (await numbersIn(folder)).slice(0, 1 - kept)
  for (const earlier of old) await rm(join(folder, String(earlier)), { force: true })
  const file = join(folder, String(number))
  const lines: string[] = []
  let length = 0
  return {
    file,
    add(line) {
      lines.push(line)
      if (lines.length > lastLines) lines.shift()
      if (length > longest) return
      length += line.length + 1
      try {
        appendFileSync(file, length > longest ? "…\n" : `${line}\n`)
      } catch {
        // A disk that is full ends no build that has no need of it.
      }
    },
    last: () => [...lines],
  }
}
