import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import {
  dropDeadTickets,
  livingTickets,
  numbersIn,
  returnTicket,
  takeTicket,
  turnOf,
  type Reason,
  type Ticket,
} from "./queue"

const ticket = (number: number, branch: string, reason: Reason = "author"): Ticket => ({
  number,
  branch,
  reason,
  pid: 1,
})

test.each<[string, Ticket, readonly Ticket[], ReturnType<typeof turnOf>]>([
  ["the only one goes", ticket(2, "a"), [], "go"],
  ["of two branches both go", ticket(2, "a"), [ticket(1, "b")], "go"],
  ["of three the last waits", ticket(3, "a"), [ticket(1, "b"), ticket(2, "c")], "wait"],
  ["later ones are not waited for", ticket(1, "a"), [ticket(2, "b"), ticket(3, "c")], "go"],
  ["the newest waits for an older one to give up", ticket(2, "a"), [ticket(1, "a")], "wait"],
  ["the older gives up", ticket(1, "a"), [ticket(2, "a")], { newer: ticket(2, "a") }],
  [
    "also while it waits",
    ticket(2, "a"),
    [ticket(1, "a"), ticket(3, "a")],
    { newer: ticket(3, "a") },
  ],
  ["a day stops no author", ticket(1, "a"), [ticket(2, "a", "day")], "go"],
  ["an author stops a day", ticket(1, "a", "day"), [ticket(2, "a")], { newer: ticket(2, "a") }],
])("%s", (_what, mine, others, turn) => {
  const living = [mine, ...others].sort((a, b) => a.number - b.number)
  expect(turnOf(mine, living, 2)).toEqual(turn)
})

let queue: string
beforeEach(async () => {
  queue = await mkdtemp(join(tmpdir(), "partwise-queue-"))
})
afterEach(() => rm(queue, { recursive: true }))

test("many that ask at once get numbers of their own", async () => {
  const branches = Array.from({ length: 50 }, (_, i) => `b${i}`)
  const tickets = await Promise.all(branches.map((branch) => takeTicket(queue, branch, "author")))
  const numbers = tickets.map(({ number }) => number).sort((a, b) => a - b)
  expect(numbers).toEqual(branches.map((_, i) => i + 1))
  expect((await livingTickets(queue)).map(({ branch }) => branch).sort()).toEqual(branches.sort())
  expect((await readdir(queue)).filter((name) => name.startsWith("."))).toEqual([])
})

test("a ticket of a process that has ended, or of a later one with its number, is not alive", async () => {
  const { number } = await takeTicket(queue, "a", "author")
  const bearer = { branch: "a", reason: "author" }
  await writeFile(join(queue, "7"), JSON.stringify({ ...bearer, pid: process.pid, start: "1" }))
  await writeFile(join(queue, "8"), JSON.stringify({ ...bearer, pid: 2 ** 30 }))
  expect((await livingTickets(queue)).map((one) => one.number)).toEqual([number])
})

test("a number is never given twice, however many are dropped", async () => {
  for (const number of [1, 2, 3]) {
    const mine = await takeTicket(queue, "a", "author")
    expect(mine.number).toBe(number)
    await returnTicket(queue, mine)
    await dropDeadTickets(queue)
    expect(await numbersIn(queue)).toEqual([number])
    expect(await livingTickets(queue)).toEqual([])
  }
})
