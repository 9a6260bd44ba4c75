import { randomUUID } from "node:crypto"
import { link, mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { isRunning, ownProcess, type Process } from "./process"

/**
 * A place in the queue of builds. Numbers only grow, whatever the clock says, and are never used twice:
 * a release is called by the number of the build that made it.
 */
export type Ticket = Process & { number: number; branch: string; reason: Reason }

/** What asks for a build: an author, or a post whose day has come. */
export type Reason = "author" | "day"

export type Turn = "wait" | "go" | { newer: Ticket }

/**
 * Whether a build may go on. The newest that an author asked for wins over others of its branch, which
 * give up; it waits until they have. Of other branches, so many may be built at once.
 *
 * @param living all the tickets whose processes run
 */
export function turnOf(ticket: Ticket, living: readonly Ticket[], atOnce: number): Turn {
  const others = living.filter(({ number }) => number !== ticket.number)
  const same = others.filter(({ branch }) => branch === ticket.branch)
  const newer = same.findLast(({ number, reason }) => number > ticket.number && reason === "author")
  if (newer) return { newer }
  const earlier = others.filter(({ number }) => number < ticket.number)
  return earlier.length >= atOnce || earlier.some((one) => same.includes(one)) ? "wait" : "go"
}

/** Takes the next ticket. Two that ask at the same time get different ones. */
export async function takeTicket(queue: string, branch: string, reason: Reason): Promise<Ticket> {
  const bearer = { ...(await ownProcess()), branch, reason }
  await mkdir(queue, { recursive: true })
  const draft = join(queue, `.${randomUUID()}`)
  await writeFile(draft, JSON.stringify(bearer))
  try {
    for (let number = Math.max(0, ...(await numbersIn(queue))) + 1; ; number++) {
      if (await isFirst(draft, join(queue, String(number)))) return { ...bearer, number }
    }
  } finally {
    await rm(draft, { force: true })
  }
}

/** Gives a file a name, unless another has it: in one step, content and all. */
export async function isFirst(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false
    throw error
  }
}

/** Gives a ticket back. It takes no space on the disk to say so. */
export const returnTicket = (queue: string, { number }: Ticket) =>
  truncate(join(queue, String(number))).catch(() => undefined)

/** The tickets of processes that run, in order. */
export async function livingTickets(queue: string): Promise<readonly Ticket[]> {
  const living: Ticket[] = []
  for (const number of await numbersIn(queue)) {
    const text = await readFile(join(queue, String(number)), "utf8").catch(() => "")
    if (text === "") continue
    const ticket = { ...(JSON.parse(text) as Omit<Ticket, "number">), number }
    if (await isRunning(ticket)) living.push(ticket)
  }
  return living
}

/** Removes tickets that nobody bears any more, but for the last: the next number is counted from it. */
export async function dropDeadTickets(queue: string): Promise<void> {
  const living = new Set((await livingTickets(queue)).map(({ number }) => number))
  const dead = (await numbersIn(queue)).slice(0, -1).filter((number) => !living.has(number))
  for (const number of dead) await rm(join(queue, String(number)), { force: true })
}

/** Milliseconds between two looks at the queue. */
const interval = 100

/** Waits until a ticket's turn comes. @returns the newer ticket that it gives up for, if there is one */
export async function waitForTurn(
  queue: string,
  ticket: Ticket,
  atOnce: number,
  onWait: () => void,
): Promise<Ticket | undefined> {
  for (let told = false; ;) {
    const turn = turnOf(ticket, await livingTickets(queue), atOnce)
    if (turn === "go") return undefined
    if (turn !== "wait") return turn.newer
    if (!told) onWait()
    told = true
    await pause(interval)
  }
}

/** Tells when a newer build of the branch is asked for; ends with the signal. */
export async function findNewer(
  queue: string,
  ticket: Ticket,
  signal: AbortSignal,
): Promise<Ticket | undefined> {
  while (!signal.aborted) {
    const turn = turnOf(ticket, await livingTickets(queue), Infinity)
    if (typeof turn === "object") return turn.newer
    await pause(interval, undefined, { signal }).catch(() => undefined)
  }
  return undefined
}

/** The numbers that are the names in a folder, least first. */
export async function numbersIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b)
}
