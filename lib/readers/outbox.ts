import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import type { Database } from "./database"
import type { Mail } from "./tables"

/** Milliseconds for which who has claimed a mail may take to send it. */
const claimFor = 10 * 60_000
/** Growing waits between attempts, in milliseconds; the last one is for all that follow. */
const waits = [1, 5, 30, 120, 480, 1_440].map((minutes) => minutes * 60_000)
const longestWait = waits.at(-1) ?? 0
/** A receiver that has refused for now so often has refused. */
export const mostAttempts = 8

type New = Pick<Mail, "key" | "follower" | "kind" | "about" | "created" | "due">

/** Adds a mail to the queue, unless one with its key is or was there. */
export async function queueMail({ db }: Database, mail: New): Promise<void> {
  await db
    .insertInto("mail")
    .values({ id: randomUUID(), ...mail })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute()
}

/** A mail that is to be sent now, and to whom. */
export type Due = Pick<Mail, "id" | "kind" | "about" | "attempts" | "follower"> & {
  address: string
}

/**
 * Takes mails from the queue for as long as it takes to send them: nobody else gets them meanwhile. Should
 * this process end before it says what became of one, it is sent by another, later.
 *
 * @param most how many
 * @param now milliseconds since 1970; what a clock that had jumped ahead has put off is not
 */
export async function claimMails(
  { db }: Database,
  most: number,
  now: number,
): Promise<readonly Due[]> {
  const isFree = sql<boolean>`(claimed is null or claimed <= ${now} or claimed > ${now + claimFor})`
  const isDue = sql<boolean>`(due <= ${now} or due > ${now + longestWait})`
  const claimed = await db
    .updateTable("mail")
    .set({ claimed: now + claimFor, attempts: sql`attempts + 1` })
    .where("id", "in", (query) =>
      query
        .selectFrom("mail")
        .select("id")
        .where("sent", "is", null)
        .where("failed", "is", null)
        .where("held", "is", null)
        .where(isDue)
        .where(isFree)
        .orderBy("due")
        .orderBy("id")
        .limit(most),
    )
    .where("sent", "is", null)
    .where(isFree) // another may have taken it between the two
    .returning(["id", "kind", "about", "attempts", "follower"])
    .execute()
  if (claimed.length === 0) return []
  const ids = [...new Set(claimed.map(({ follower }) => follower))]
  const followers = await db
    .selectFrom("follower")
    .select(["id", "address"])
    .where("id", "in", ids)
    .execute()
  const addresses = new Map(followers.map(({ id, address }) => [id, address]))
  return claimed.flatMap((mail) => {
    const address = addresses.get(mail.follower)
    return address === undefined ? [] : { ...mail, address }
  })
}

export async function markSent({ db }: Database, id: string, now: number): Promise<void> {
  await db.updateTable("mail").set({ sent: now, claimed: null }).where("id", "=", id).execute()
}

/** It is never sent. @param answer why */
export async function markFailed({ db }: Database, id: string, now: number, answer: string) {
  await db
    .updateTable("mail")
    .set({ failed: now, claimed: null, answer: answer.slice(0, 500) })
    .where("id", "=", id)
    .execute()
}

/** It is tried again, after a wait that grows. @param attempts how often it was tried */
export async function putOff(
  { db }: Database,
  { id, attempts, now, answer }: { id: string; attempts: number; now: number; answer: string },
): Promise<void> {
  const wait = waits[Math.min(attempts, waits.length) - 1] ?? longestWait
  await db
    .updateTable("mail")
    .set({ due: now + wait, claimed: null, answer: answer.slice(0, 500) })
    .where("id", "=", id)
    .execute()
}

/** What waits, and what became of the rest, by post. */
export async function queueByPost({ db }: Database) {
  const is = (column: "sent" | "failed" | "held") =>
    sql<number>`count(${sql.ref(column)})`.as(column)
  const rows = await db
    .selectFrom("mail")
    .where("kind", "=", "part")
    .groupBy("about")
    .orderBy("about")
    .select(({ fn }) => [
      "about",
      fn.countAll<number>().as("all"),
      is("sent"),
      is("failed"),
      is("held"),
      fn.min("due").as("due"),
    ])
    .execute()
  return rows.map(({ about, ...counts }) => ({ slug: about, ...counts }))
}

/** Holds back what is not sent yet about a post, or lets it go. @returns how many mails */
export const holdMails = (database: Database, slug: string, held: number | null): Promise<number> =>
  changeWaiting(database, { held }, slug)

/** Takes what is not sent yet about a post out of the queue, for good. @returns how many mails */
export const dropMails = (database: Database, slug: string, now: number): Promise<number> =>
  changeWaiting(database, { failed: now, answer: "dropped by the author" }, slug)

/** The same about all posts. @returns how many mails */
export const dropAll = (database: Database, now: number): Promise<number> =>
  changeWaiting(database, { failed: now, answer: "waited in a copy that was restored" })

/** @param slug of the post that they are about; all, if nothing is said */
async function changeWaiting(
  { db }: Database,
  change: Partial<Pick<Mail, "held" | "failed" | "answer">>,
  slug?: string,
): Promise<number> {
  let waiting = db
    .updateTable("mail")
    .set(change)
    .where("kind", "=", "part")
    .where("sent", "is", null)
    .where("failed", "is", null)
  if (slug !== undefined) waiting = waiting.where("about", "=", slug)
  const { numUpdatedRows } = await waiting.executeTakeFirst()
  return Number(numUpdatedRows)
}
