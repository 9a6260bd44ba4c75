import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { openMailbox } from "../testing/mailbox"
import { openDatabase } from "./database"
import { askToFollow, confirmFollow, findFollowerId } from "./followers"

// A process that sends and is killed, as by a machine that goes down.

/** In the project, so that it finds what is installed. */
const program = resolve("node_modules/.cache/partwise-test/sender.mjs")
const followers = 200
const atOnce = 10

let folder: string
let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "partwise-"))
  mailbox = await openMailbox()
  await mkdir(join(program, ".."), { recursive: true })
  await build({
    stdin: {
      contents: `
        import { openReaders } from "./lib/readers/readers"
        const [dist, where, smtp] = process.argv.slice(2)
        const tell = (line) => console.log(line)
        openReaders({ dist, where, smtp, tell, delay: 0, interval: 1, atOnce: ${atOnce} })
        setInterval(() => {}, 1_000)`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    outfile: program,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  })
})
afterAll(async () => {
  await mailbox.close()
  await rm(folder, { recursive: true })
})

const publish = (...slugs: string[]) =>
  writeFile(
    join(folder, "readers.json"),
    JSON.stringify({
      name: "A site",
      url: "https://blog.example",
      language: "en",
      sender: "author@blog.example",
      series: [],
      posts: slugs.map((slug) => ({ slug, former: [], title: slug, description: "" })),
    }),
  )

test("killed again and again while it sends, each address gets its mail, and all but those under way one", async () => {
  const where = join(folder, "readers.db")
  const database = await openDatabase(where)
  for (let i = 0; i < followers; i++) {
    const key = `reader${i}@example.org`
    await askToFollow(database, { address: key, key, subject: "everything", now: 0 })
    const id = (await findFollowerId(database, key)) ?? ""
    await confirmFollow(database, { id, subject: "everything", now: 0 })
  }
  await database.db.updateTable("mail").set({ sent: 0 }).execute() // they have confirmed
  const start = () => spawn(process.execPath, [program, folder, where, mailbox.url])
  await publish("one")
  const first = start()
  await vi.waitFor(async () => {
    const known = await database.db.selectFrom("published").select("slug").execute()
    expect(known).toHaveLength(1)
  }, 60_000)
  first.kill("SIGKILL")
  await once(first, "exit")

  await publish("one", "two")
  for (const count of [20, 70, 120]) {
    const child = start()
    await vi.waitFor(() => expect(mailbox.mails.length).toBeGreaterThan(count), {
      timeout: 60_000,
      interval: 1,
    })
    child.kill("SIGKILL")
    await once(child, "exit")
    // As long as a claim holds has gone by.
    await database.db.updateTable("mail").set({ claimed: 0 }).where("claimed", ">", 0).execute()
  }
  const last = start()
  await vi.waitFor(async () => {
    const waiting = await database.db
      .selectFrom("mail")
      .select("id")
      .where("sent", "is", null)
      .execute()
    expect(waiting).toEqual([])
  }, 60_000)
  last.kill("SIGKILL")
  await once(last, "exit")
  await database.close()

  const byAddress = new Map<string, Set<string | undefined>>()
  for (const { to, mail } of mailbox.mails) {
    expect(mail.subject).toBe("two")
    const [address = ""] = to
    byAddress.set(address, (byAddress.get(address) ?? new Set()).add(mail.messageId))
  }
  expect(byAddress.size).toBe(followers)
  expect(mailbox.mails.length - followers).toBeLessThanOrEqual(3 * atOnce)
  // What comes twice can be told by who receives it.
  expect([...byAddress.values()].every(({ size }) => size === 1)).toBe(true)
})
