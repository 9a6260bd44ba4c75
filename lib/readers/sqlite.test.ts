import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { openDatabase, type Database } from "./database"
import { askToFollow } from "./followers"

const begin = Date.UTC(2026, 0, 1)

test("a copy is made of SQLite while others write, and holds all that was there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "partwise-"))
  const database = await openDatabase(join(folder, "readers.db"))
  const wish = { subject: "everything", now: begin } as const
  const add = (i: number) =>
    askToFollow(database, { ...wish, address: `${i}@example.org`, key: `${i}@example.org` })
  for (let i = 0; i < 50; i++) await add(i)
  await Promise.all([database.backup(join(folder, "copy/readers.db")), add(50)])
  await database.close()
  const copy = await openDatabase(join(folder, "copy/readers.db"))
  const kept = await copy.db.selectFrom("follower").select("key").execute()
  expect(kept.length).toBeGreaterThanOrEqual(50)
  await copy.close()
  await rm(folder, { recursive: true })
})

test("one that another process keeps to itself is waited for, and nothing is lost", async () => {
  const folder = await mkdtemp(join(tmpdir(), "partwise-"))
  const [one, other] = [
    await openDatabase(join(folder, "readers.db")),
    await openDatabase(join(folder, "readers.db")),
  ]
  const insert = (database: Database, name: string) =>
    database.db.insertInto("setting").values({ name, value: "" }).execute()
  const waiting = await one.db.transaction().execute(async () => {
    const waiting = insert(other, "other")
    await new Promise((done) => setImmediate(done))
    return { waiting }
  })
  await waiting.waiting
  expect(await one.db.selectFrom("setting").selectAll().execute()).toHaveLength(1)
  await one.close()
  await other.close()
  await rm(folder, { recursive: true })
})
