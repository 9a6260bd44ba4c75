import { randomUUID } from "node:crypto"
import type { Database } from "./database"
import { queueMail } from "./outbox"
import type { Subject } from "./tables"

/** How long somebody has to confirm, and how often one is asked to: milliseconds. */
export const confirmWithin = 7 * 24 * 3_600_000
const askAgain = 3_600_000
/** So many times a day, whatever it is about: somebody else may have typed the address. */
const mostAsked = 5
const day = 24 * 3_600_000
/** How long it is kept which mails were sent. */
const keptMails = 90 * day
/** Addresses that have confirmed nothing: more are refused, so that a flood does not fill the disk. */
export const mostUnconfirmed = 20_000

type Wish = { address: string; key: string; subject: Subject; now: number }

/**
 * Notes that somebody may wish to follow, and has the owner of the address asked by mail. Nothing else is
 * ever sent to it before that is confirmed.
 *
 * @returns "full" where too many have not confirmed
 */
export async function askToFollow(
  database: Database,
  { address, key, subject, now }: Wish,
): Promise<"asked" | "full"> {
  const { db } = database
  const known = await findFollower(database, key)
  if (!known && (await countUnconfirmed(database)) >= mostUnconfirmed) return "full"
  await db
    .insertInto("follower")
    .values({ id: randomUUID(), address, key, created: now, stopped: null })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute()
  const follower = await findFollower(database, key)
  if (!follower) throw new Error("Unexpected absence of a follower, expected the one just added")
  await db
    .insertInto("follow")
    .values({ follower: follower.id, subject, created: now, confirmed: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if ((await countAsked(database, follower.id, now - day)) >= mostAsked) return "asked"
  await queueMail(database, {
    key: `confirm ${follower.id} ${subject} ${Math.floor(now / askAgain)}`,
    follower: follower.id,
    kind: "confirm",
    about: subject,
    created: now,
    due: now,
  })
  return "asked"
}

const findFollower = ({ db }: Database, key: string) =>
  db.selectFrom("follower").selectAll().where("key", "=", key).executeTakeFirst()

async function countUnconfirmed({ db }: Database): Promise<number> {
  const { count } = await db
    .selectFrom("follow")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("confirmed", "is", null)
    .executeTakeFirstOrThrow()
  return count
}

async function countAsked({ db }: Database, follower: string, since: number): Promise<number> {
  const { count } = await db
    .selectFrom("mail")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("follower", "=", follower)
    .where("kind", "=", "confirm")
    .where("created", ">", since)
    .executeTakeFirstOrThrow()
  return count
}

/** @returns whether there was something to confirm */
export async function confirmFollow(
  { db }: Database,
  { id, subject, now }: { id: string; subject: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("follow")
    .set({ confirmed: now })
    .where("follower", "=", id)
    .where("subject", "=", subject)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  // Who says so by a link that came there gets mail again.
  await db.updateTable("follower").set({ stopped: null }).where("id", "=", id).execute()
  return true
}

/** What somebody follows. @returns undefined where nothing is known of them */
export async function followsOf({ db }: Database, id: string) {
  const follower = await db
    .selectFrom("follower")
    .select(["address", "created", "stopped"])
    .where("id", "=", id)
    .executeTakeFirst()
  if (!follower) return undefined
  const follows = await db
    .selectFrom("follow")
    .select(["subject", "created", "confirmed"])
    .where("follower", "=", id)
    .where("confirmed", "is not", null)
    .orderBy("subject")
    .execute()
  return { ...follower, follows }
}

/** Ends what somebody follows; all of it, where no subject is named. Mail that waits is not sent. */
export async function unfollow({ db }: Database, id: string, subject?: string): Promise<void> {
  let query = db.deleteFrom("follow").where("follower", "=", id)
  if (subject !== undefined) query = query.where("subject", "=", subject)
  await query.execute()
}

/** Mail does not arrive there, or is complained about: no more is sent. */
export async function stopAddress({ db }: Database, id: string, now: number): Promise<void> {
  await db.updateTable("follower").set({ stopped: now }).where("id", "=", id).execute()
}

/** Removes all that is known of somebody. @returns whether anything was */
export async function forgetFollower({ db }: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("follower").where("id", "=", id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** The id behind an address. */
export const findFollowerId = async (
  database: Database,
  key: string,
): Promise<string | undefined> => (await findFollower(database, key))?.id

/** All that is kept of somebody, for them to read. */
export async function exportFollower({ db }: Database, id: string) {
  const follower = await db
    .selectFrom("follower")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst()
  if (!follower) return undefined
  const follows = await db.selectFrom("follow").selectAll().where("follower", "=", id).execute()
  const mails = await db.selectFrom("mail").selectAll().where("follower", "=", id).execute()
  const { address, created, stopped } = follower
  return {
    address,
    since: dayOf(created),
    stopped: dayOf(stopped),
    follows: follows.map(({ subject, created, confirmed }) => ({
      subject,
      asked: dayOf(created),
      confirmed: dayOf(confirmed),
    })),
    mails: mails.map(({ kind, about, sent, failed }) => ({
      kind,
      about,
      sent: dayOf(sent),
      failed: dayOf(failed),
    })),
  }
}

const dayOf = (time: number | null) => (time === null ? null : new Date(time).toISOString())

/** Forgets who has not confirmed in time, and follows nothing else; and mails of long ago. */
export async function forgetOld({ db }: Database, now: number): Promise<void> {
  await db
    .deleteFrom("mail")
    .where("created", "<", now - keptMails)
    .where((is) => is.or([is("sent", "is not", null), is("failed", "is not", null)]))
    .execute()
  await db
    .deleteFrom("follow")
    .where("confirmed", "is", null)
    .where("created", "<", now - confirmWithin)
    .execute()
  await db
    .deleteFrom("follower")
    .where("created", "<", now - confirmWithin)
    .where("stopped", "is", null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom("follow")
            .select("follow.subject")
            .whereRef("follow.follower", "=", "follower.id"),
        ),
      ),
    )
    .execute()
}
