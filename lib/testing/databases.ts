import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest"
import type { Publications } from "../model/publications"
import { parseAddress } from "../readers/address"
import { openDatabase, type Database } from "../readers/database"
import { askToFollow, confirmFollow, findFollowerId } from "../readers/followers"
import { claimMails, markSent } from "../readers/outbox"
import { noticePublications } from "../readers/publications"
import type { Subject } from "../readers/tables"
import { hasPostgres, startPostgres } from "./postgres"

/** A database of a kind, empty when it starts. */
type Driver = { open: () => Promise<Database>; stop: () => Promise<void> }

type Start = () => Promise<Driver>

async function startSqlite(): Promise<Driver> {
  const folder = await mkdtemp(join(tmpdir(), "partwise-"))
  return {
    open: () => openDatabase(join(folder, "readers.db")),
    stop: () => rm(folder, { recursive: true }),
  }
}

async function startServer(): Promise<Driver> {
  const { url, stop } = await startPostgres()
  return { open: () => openDatabase(url), stop }
}

/** Those that this machine has: PostgreSQL where Debian's package of it is installed. */
const drivers: readonly { name: string; start: Start }[] = [
  { name: "SQLite", start: startSqlite },
  ...(hasPostgres ? [{ name: "PostgreSQL", start: startServer }] : []),
]

const hour = 3_600_000
const begin = Date.UTC(2026, 0, 1)

const site = (...posts: (Partial<Publications["posts"][number]> & { slug: string })[]) =>
  ({
    name: "A site",
    url: "https://blog.example",
    language: "en",
    sender: "author@blog.example",
    series: [{ id: "light", title: "Light", planned: [3] }],
    posts: posts.map((post) => ({ former: [], title: post.slug, description: "", ...post })),
  }) satisfies Publications

const addressOf = (text: string) => parseAddress(text) ?? { address: "", key: "" }

/** Readers and an author of a site, at a moment: what they do to a database. */
function sceneIn(database: () => Database, open: () => Promise<Database>) {
  const ask = (address: string, subject: Subject = "everything", now = begin) =>
    askToFollow(database(), { ...addressOf(address), subject, now })
  const idOf = async (address: string) =>
    (await findFollowerId(database(), addressOf(address).key)) ?? ""
  return {
    begin,
    hour,
    site,
    database,
    /** Opens the same once more, as another process would. */
    open,
    ask,
    idOf,
    follow: async (address: string, subject: Subject = "everything") => {
      await ask(address, subject)
      await confirmFollow(database(), { id: await idOf(address), subject, now: begin })
    },
    notice: (publications: Publications, now = begin) =>
      noticePublications(database(), publications, { now, delay: 0 }),
    /** Sends all that is due: to whom, and about what. */
    sendAll: async (now = begin) => {
      const claimed = await claimMails(database(), 1_000, now)
      for (const { id } of claimed) await markSent(database(), id, now)
      return claimed.map(({ kind, about, address }) => `${kind} ${about} ${address}`).sort()
    },
  }
}

/** The same tests in each database, which is empty before each of them. */
export function inEachDatabase(define: (scene: ReturnType<typeof sceneIn>) => void): void {
  describe.each(drivers)("in $name", ({ start }) => {
    let driver: Driver
    let database: Database
    beforeAll(async () => {
      driver = await start()
    }, 120_000)
    afterAll(() => driver.stop())
    beforeEach(async () => {
      database = await driver.open()
    })
    afterEach(async () => {
      for (const table of ["mail", "follow", "follower", "published", "setting"] as const) {
        await database.db.deleteFrom(table).execute()
      }
      await database.close()
    })
    define(sceneIn(
      () => database,
      () => driver.open(),
    ))
  })
}
