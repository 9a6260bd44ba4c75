import { sql } from "kysely"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Publications } from "../model/publications"
import { drivers, type Driver } from "../testing/databases"
import { parseAddress } from "./address"
import type { Database } from "./database"
import {
  askToFollow,
  confirmFollow,
  confirmWithin,
  dropUnconfirmed,
  exportFollower,
  findFollowerId,
  followsOf,
  forgetFollower,
  unfollow,
} from "./followers"
import {
  claimMails,
  dropMails,
  holdMails,
  markFailed,
  markSent,
  putOff,
  queueByPost,
} from "./outbox"
import { forgetWhatIsKnown, noticePublications } from "./publications"
import { secretOf } from "./settings"
import type { Subject } from "./tables"

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

  const ask = (address: string, subject: Subject = "everything", now = begin) =>
    askToFollow(database, { ...addressOf(address), subject, now })
  const idOf = async (address: string) =>
    (await findFollowerId(database, addressOf(address).key)) ?? ""
  const follow = async (address: string, subject: Subject = "everything") => {
    await ask(address, subject)
    await confirmFollow(database, { id: await idOf(address), subject, now: begin })
  }
  const notice = (publications: Publications, now = begin) =>
    noticePublications(database, publications, { now, delay: 0 })
  /** Sends all that is due: to whom, and about what. */
  const sendAll = async (now = begin) => {
    const claimed = await claimMails(database, 1_000, now)
    for (const { id } of claimed) await markSent(database, id, now)
    return claimed.map(({ kind, about, address }) => `${kind} ${about} ${address}`).sort()
  }

  test("an address is asked once an hour, however it is written and whoever asks at once", async () => {
    await Promise.all(
      ["ann@example.org", "Ann@Example.org", " ANN@EXAMPLE.ORG "].map((one) => ask(one)),
    )
    const sent = await sendAll()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.toLowerCase()).toBe("confirm everything ann@example.org")
    await ask("ann@example.org", "everything", begin + hour / 2)
    expect(await sendAll(begin + hour / 2)).toEqual([])
    await ask("ann@example.org", "everything", begin + 2 * hour)
    expect(await sendAll(begin + 2 * hour)).toHaveLength(1)
  })

  test("who has not confirmed gets nothing else, and is forgotten after a week", async () => {
    await notice(site({ slug: "one" }))
    await ask("ann@example.org")
    await notice(site({ slug: "one" }, { slug: "two" }))
    expect(await sendAll()).toEqual(["confirm everything ann@example.org"])
    await dropUnconfirmed(database, begin + confirmWithin)
    expect(await idOf("ann@example.org")).not.toBe("")
    await dropUnconfirmed(database, begin + confirmWithin + 1)
    expect(await idOf("ann@example.org")).toBe("")
    const left = await database.db.selectFrom("mail").selectAll().execute()
    expect(left).toEqual([])
  })

  test("who follows gets one mail a post, for each of the ways to follow it", async () => {
    await follow("all@example.org")
    await follow("series@example.org", "series:light")
    await follow("part@example.org", "part:light/3")
    await follow("both@example.org")
    await follow("both@example.org", "series:light")
    await sendAll()
    await notice(site({ slug: "one", series: "light", part: 1 }))
    expect(await sendAll()).toEqual([])
    const all = site(
      { slug: "one", series: "light", part: 1 },
      { slug: "other" },
      { slug: "three", series: "light", part: 3 },
    )
    expect(await notice(all)).toEqual(["other", "three"])
    expect(await notice(all)).toEqual([])
    expect(await sendAll()).toEqual([
      "part other all@example.org",
      "part other both@example.org",
      "part three all@example.org",
      "part three both@example.org",
      "part three part@example.org",
      "part three series@example.org",
    ])
  })

  test("a post that moves, changes, goes and comes again sends nothing", async () => {
    await follow("ann@example.org")
    await sendAll()
    await notice(site({ slug: "one" }))
    await notice(site({ slug: "uno", former: ["one"], title: "Another title" }))
    await notice(site())
    await notice(site({ slug: "one" }))
    expect(await sendAll()).toEqual([])
  })

  test("whoever notices at once, and starts anew in between, sends once", async () => {
    for (let i = 0; i < 20; i++) await follow(`reader${i}@example.org`)
    await sendAll()
    await notice(site({ slug: "one" }))
    const other = await driver.open()
    try {
      const both = site({ slug: "one" }, { slug: "two" })
      const view = { now: begin, delay: 0 }
      await Promise.all([database, other, database].map((db) => noticePublications(db, both, view)))
      // As if it had ended before it was known that all is noticed.
      await database.db.deleteFrom("published").where("slug", "=", "two").execute()
      await notice(both, begin + 1)
      const ids: string[] = []
      for (let rounds = 0; rounds < 10; rounds++) {
        const taken = await Promise.all(
          [database, other, database, other].map((db) => claimMails(db, 7, begin + 1)),
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
    const [first] = await claimMails(database, 5, begin)
    expect(await claimMails(database, 5, begin + 60_000)).toEqual([])
    const [second] = await claimMails(database, 5, begin + hour)
    expect(second?.id).toBe(first?.id)
    // It was claimed while the clock stood a year ahead.
    await claimMails(database, 5, begin + 365 * 24 * hour)
    const [third] = await claimMails(database, 5, begin + 2 * hour)
    expect(third?.id).toBe(first?.id)
    // It was put off by such a clock.
    const later = { id: first?.id ?? "", attempts: 1, now: begin + 365 * 24 * hour, answer: "" }
    await putOff(database, later)
    expect(await claimMails(database, 5, begin + 3 * hour)).toHaveLength(1)
  })

  test("what was refused for now is tried again after waits that grow; what failed is not", async () => {
    await ask("ann@example.org")
    let now = begin
    const waited: number[] = []
    for (let attempts = 1; attempts <= 4; attempts++) {
      const [mail] = await claimMails(database, 1, now)
      expect(mail?.attempts).toBe(attempts)
      await putOff(database, { id: mail?.id ?? "", attempts, now, answer: "421 later" })
      const before = now
      const due = await database.db.selectFrom("mail").select("due").executeTakeFirstOrThrow()
      now = due.due
      expect(await claimMails(database, 1, now - 1)).toEqual([])
      waited.push((now - before) / 60_000)
    }
    expect(waited).toEqual([1, 5, 30, 120])
    const [mail] = await claimMails(database, 1, now)
    await markFailed(database, mail?.id ?? "", now, "550 no such user")
    expect(await claimMails(database, 1, now + 10 * 24 * hour)).toEqual([])
  })

  test("an author sees the queue, holds it back, lets it go, and takes it away", async () => {
    for (const name of ["a", "b", "c"]) await follow(`${name}@example.org`)
    await sendAll()
    await notice(site({ slug: "one" }))
    await notice(site({ slug: "one" }, { slug: "two" }))
    expect(await holdMails(database, "two", begin)).toBe(3)
    expect(await sendAll()).toEqual([])
    expect(await queueByPost(database)).toMatchObject([
      { slug: "two", all: 3, sent: 0, failed: 0, held: 3 },
    ])
    await holdMails(database, "two", null)
    const [one] = await claimMails(database, 1, begin)
    await markSent(database, one?.id ?? "", begin)
    expect(await dropMails(database, "two", begin)).toBe(2)
    expect(await queueByPost(database)).toMatchObject([
      { slug: "two", all: 3, sent: 1, failed: 2, held: 0 },
    ])
    expect(await sendAll(begin + 30 * 24 * hour)).toEqual([])
  })

  test("who ends one subject keeps the others; who is forgotten leaves nothing", async () => {
    await follow("ann@example.org")
    await follow("ann@example.org", "series:light")
    const id = await idOf("ann@example.org")
    await unfollow(database, id, "everything")
    expect((await followsOf(database, id))?.follows.map(({ subject }) => subject)).toEqual([
      "series:light",
    ])
    expect(await exportFollower(database, id)).toMatchObject({
      address: "ann@example.org",
      follows: [{ subject: "series:light" }],
      mails: [{ kind: "confirm" }, { kind: "confirm" }],
    })
    expect(await forgetFollower(database, id)).toBe(true)
    expect(await forgetFollower(database, id)).toBe(false)
    for (const table of ["mail", "follow", "follower"] as const) {
      expect(await database.db.selectFrom(table).selectAll().execute(), table).toEqual([])
    }
  })

  test("the secret is made once, whoever asks first, and stays", async () => {
    const other = await driver.open()
    const secrets = await Promise.all([secretOf(database), secretOf(other), secretOf(database)])
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

  test("after what was known is forgotten, nothing of it is sent again", async () => {
    await follow("ann@example.org")
    await sendAll()
    await notice(site({ slug: "one" }))
    await forgetWhatIsKnown(database)
    expect(await notice(site({ slug: "one" }, { slug: "two" }))).toEqual([])
    expect(await notice(site({ slug: "one" }, { slug: "two" }, { slug: "three" }))).toEqual([
      "three",
    ])
  })

  test("one that a newer Partwise has written is refused, and left as it is", async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2026-01-01')`.execute(
      database.db,
    )
    await expect(driver.open()).rejects.toThrow(/newer version/)
    await sql`delete from kysely_migration where name = '999-later'`.execute(database.db)
  })
})
