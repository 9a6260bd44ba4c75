import { expect, test } from "vitest"
import { sql } from "kysely"
import { inEachDatabase } from "../testing/databases"
import {
  claimMails,
  dropMails,
  holdMails,
  markFailed,
  markSent,
  putOff,
  queueByPost,
} from "./outbox"
import { noticePublications } from "./publications"
import { secretOf } from "./settings"

inEachDatabase((scene) => {
  const { ask, begin, follow, hour, notice, sendAll, site } = scene

  test("whoever notices at once, and starts anew in between, sends once", async () => {
    for (let i = 0; i < 20; i++) await follow(`reader${i}@example.org`)
    await sendAll()
    await notice(site({ slug: "one" }))
    const other = await scene.open()
    try {
      const both = site({ slug: "one" }, { slug: "two" })
      const view = { now: begin, delay: 0 }
      await Promise.all(
        [scene.database(), other, scene.database()].map((db) => noticePublications(db, both, view)),
      )
      // As if it had ended before it was known that all is noticed.
      await scene.database().db.deleteFrom("published").where("slug", "=", "two").execute()
      await notice(both, begin + 1)
      const ids: string[] = []
      for (let rounds = 0; rounds < 10; rounds++) {
        const taken = await Promise.all(
          [scene.database(), other, scene.database(), other].map((db) =>
            claimMails(db, 7, begin + 1),
          ),
        )
        ids.push(...taken.flat().map(({ id }) => id))
      }
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength(20)
    } finally {
      await other.close()
    }
  })

  test("what is claimed by who is gone is sent by another, with the same id; a clock that jumps loses nothing", async () => {
    await ask("ann@example.org")
    const [first] = await claimMails(scene.database(), 5, begin)
    expect(await claimMails(scene.database(), 5, begin + 60_000)).toEqual([])
    const [second] = await claimMails(scene.database(), 5, begin + hour)
    expect(second?.id).toBe(first?.id)
    // It was claimed while the clock stood a year ahead.
    await claimMails(scene.database(), 5, begin + 365 * 24 * hour)
    const [third] = await claimMails(scene.database(), 5, begin + 2 * hour)
    expect(third?.id).toBe(first?.id)
    // It was put off by such a clock.
    const later = { id: first?.id ?? "", attempts: 1, now: begin + 365 * 24 * hour, answer: "" }
    await putOff(scene.database(), later)
    expect(await claimMails(scene.database(), 5, begin + 3 * hour)).toHaveLength(1)
  })

  test("what was refused for now is tried again after waits that grow; what failed is not", async () => {
    await ask("ann@example.org")
    let now = begin
    const waited: number[] = []
    for (let attempts = 1; attempts <= 4; attempts++) {
      const [mail] = await claimMails(scene.database(), 1, now)
      expect(mail?.attempts).toBe(attempts)
      await putOff(scene.database(), { id: mail?.id ?? "", attempts, now, answer: "421 later" })
      const before = now
      const due = await scene
        .database()
        .db.selectFrom("mail")
        .select("due")
        .executeTakeFirstOrThrow()
      now = due.due
      expect(await claimMails(scene.database(), 1, now - 1)).toEqual([])
      waited.push((now - before) / 60_000)
    }
    expect(waited).toEqual([1, 5, 30, 120])
    const [mail] = await claimMails(scene.database(), 1, now)
    await markFailed(scene.database(), mail?.id ?? "", now, "550 no such user")
    expect(await claimMails(scene.database(), 1, now + 10 * 24 * hour)).toEqual([])
  })

  test("an author sees the queue, holds it back, lets it go, and takes it away", async () => {
    for (const name of ["a", "b", "c"]) await follow(`${name}@example.org`)
    await sendAll()
    await notice(site({ slug: "one" }))
    await notice(site({ slug: "one" }, { slug: "two" }))
    expect(await holdMails(scene.database(), "two", begin)).toBe(3)
    expect(await sendAll()).toEqual([])
    expect(await queueByPost(scene.database())).toMatchObject([
      { slug: "two", all: 3, sent: 0, failed: 0, held: 3 },
    ])
    await holdMails(scene.database(), "two", null)
    const [one] = await claimMails(scene.database(), 1, begin)
    await markSent(scene.database(), one?.id ?? "", begin)
    expect(await dropMails(scene.database(), "two", begin)).toBe(2)
    expect(await queueByPost(scene.database())).toMatchObject([
      { slug: "two", all: 3, sent: 1, failed: 2, held: 0 },
    ])
    expect(await sendAll(begin + 30 * 24 * hour)).toEqual([])
  })

  test("the secret is made once, whoever asks first, and stays", async () => {
    const other = await scene.open()
    const secrets = await Promise.all([
      secretOf(scene.database()),
      secretOf(other),
      secretOf(scene.database()),
    ])
    await other.close()
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]).toMatch(/^[\w-]{43}$/)
  })

  test("what stands in an address or a slug is never a statement", async () => {
    await follow("o'hara@example.org")
    await sendAll()
    await notice(site({ slug: "one" }))
    await notice(site({ slug: "one" }, { slug: "it's'); drop table mail; --" }))
    expect(await sendAll()).toEqual(["part it's'); drop table mail; -- o'hara@example.org"])
  })

  test("one that a newer Partwise has written is refused, and left as it is", async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2026-01-01')`.execute(
      scene.database().db,
    )
    await expect(scene.open()).rejects.toThrow(/newer version/)
    await sql`delete from kysely_migration where name = '999-later'`.execute(scene.database().db)
  })
})
