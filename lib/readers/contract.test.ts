import { expect, test } from "vitest"
import { inEachDatabase } from "../testing/databases"
import {
  confirmWithin,
  exportFollower,
  followsOf,
  forgetFollower,
  forgetOld,
  unfollow,
} from "./followers"
import { forgetWhatIsKnown, noticePublications } from "./publications"

inEachDatabase((scene) => {
  const { ask, begin, follow, hour, idOf, notice, sendAll, site } = scene

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

  test("an address is asked five times a day, whatever others type", async () => {
    for (let i = 0; i < 9; i++) await ask("ann@example.org", `series:${i}`)
    expect(await sendAll()).toHaveLength(5)
    await ask("ann@example.org", "series:9", begin + 25 * hour)
    expect(await sendAll(begin + 25 * hour)).toHaveLength(1)
  })

  test("which mails were sent is kept for three months; none comes again for that", async () => {
    await follow("ann@example.org")
    await notice(site({ slug: "one" }))
    await notice(site({ slug: "one" }, { slug: "two" }))
    expect(await sendAll()).toHaveLength(2)
    await forgetOld(scene.database(), begin + 91 * 24 * hour)
    expect(await scene.database().db.selectFrom("mail").selectAll().execute()).toEqual([])
    await notice(site({ slug: "one" }, { slug: "two" }), begin + 91 * 24 * hour)
    expect(await sendAll(begin + 91 * 24 * hour)).toEqual([])
  })

  test("who has not confirmed gets nothing else, and is forgotten after a week", async () => {
    await notice(site({ slug: "one" }))
    await ask("ann@example.org")
    await notice(site({ slug: "one" }, { slug: "two" }))
    expect(await sendAll()).toEqual(["confirm everything ann@example.org"])
    await forgetOld(scene.database(), begin + confirmWithin)
    expect(await idOf("ann@example.org")).not.toBe("")
    await forgetOld(scene.database(), begin + confirmWithin + 1)
    expect(await idOf("ann@example.org")).toBe("")
    const left = await scene.database().db.selectFrom("mail").selectAll().execute()
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

  test("two that start at once on what was put back tell of nothing", async () => {
    await follow("ann@example.org")
    await sendAll()
    const other = await scene.open()
    const view = { now: begin, delay: 0 }
    await Promise.all(
      [scene.database(), other].map((db) => noticePublications(db, site({ slug: "one" }), view)),
    )
    await other.close()
    expect(await sendAll()).toEqual([])
  })

  test("who ends one subject keeps the others; who is forgotten leaves nothing", async () => {
    await follow("ann@example.org")
    await follow("ann@example.org", "series:light")
    const id = await idOf("ann@example.org")
    await unfollow(scene.database(), id, "everything")
    expect((await followsOf(scene.database(), id))?.follows.map(({ subject }) => subject)).toEqual([
      "series:light",
    ])
    expect(await exportFollower(scene.database(), id)).toMatchObject({
      address: "ann@example.org",
      follows: [{ subject: "series:light" }],
      mails: [{ kind: "confirm" }, { kind: "confirm" }],
    })
    expect(await forgetFollower(scene.database(), id)).toBe(true)
    expect(await forgetFollower(scene.database(), id)).toBe(false)
    for (const table of ["mail", "follow", "follower"] as const) {
      expect(await scene.database().db.selectFrom(table).selectAll().execute(), table).toEqual([])
    }
  })

  test("after what was known is forgotten, nothing of it is sent again", async () => {
    await follow("ann@example.org")
    await sendAll()
    await notice(site({ slug: "one" }))
    await forgetWhatIsKnown(scene.database())
    expect(await notice(site({ slug: "one" }, { slug: "two" }))).toEqual([])
    expect(await notice(site({ slug: "one" }, { slug: "two" }, { slug: "three" }))).toEqual([
      "three",
    ])
  })
})
