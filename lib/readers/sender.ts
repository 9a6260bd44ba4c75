import type { Publications } from "../model/publications"
import type { Database } from "./database"
import { confirmWithin, followsOf, stopAddress } from "./followers"
import { confirmLetter, partLetter, type Letter } from "./letters"
import type { Mailer, Outcome } from "./mailer"
import { claimMails, markFailed, markSent, mostAttempts, putOff, type Due } from "./outbox"
import { formatToken } from "./token"

type Sender = {
  database: Database
  secret: string
  publications: Publications
  mailer: Mailer
  now?: () => number
}

/**
 * Sends what is due, each mail once. One that was under way when a process was killed is sent again later:
 * SMTP does not say whether the receiver had it. It has the same Message-ID, by which receivers tell.
 *
 * @param most how many
 * @returns how many were due
 */
export async function sendDue(
  { database, secret, publications, mailer, now = Date.now }: Sender,
  most: number,
): Promise<number> {
  const due = await claimMails(database, most, now())
  await Promise.all(
    due.map(async (mail) => {
      const letter = await letterFor(database, mail, { publications, secret, now: now() })
      if (letter === "later")
        return putOff(database, { ...mail, now: now(), answer: "not published" })
      if (!letter) return markFailed(database, mail.id, now(), "no longer followed")
      await noteOutcome(database, mail, await mailer.send(letter), now())
    }),
  )
  return due.length
}

async function noteOutcome(database: Database, mail: Due, outcome: Outcome, now: number) {
  const { id, attempts, follower } = mail
  if (outcome.is === "sent") return markSent(database, id, now)
  const { answer } = outcome
  if (outcome.is === "refused") {
    await markFailed(database, id, now, answer)
    if (outcome.isAddress) await stopAddress(database, follower, now)
    return
  }
  if (outcome.isReceiver && attempts >= mostAttempts) {
    await markFailed(database, id, now, answer)
    return stopAddress(database, follower, now)
  }
  await putOff(database, { id, attempts, now, answer })
}

/** The letter that a mail in the queue is, as things stand now; none if nobody wants it any more. */
async function letterFor(
  database: Database,
  { id, kind, about, follower, address }: Due,
  { publications, secret, now }: { publications: Publications; secret: string; now: number },
): Promise<Letter | "later" | undefined> {
  const signing = { secret, site: publications.url }
  const common = { id, to: address, publications }
  if (kind === "confirm") {
    const claim = { purpose: "confirm", id: follower, subject: about } as const
    const token = formatToken({ ...claim, expires: now + confirmWithin }, signing)
    return confirmLetter({ ...common, subject: about, token })
  }
  const known = await followsOf(database, follower)
  const post = publications.posts.find(({ slug, former }) => [slug, ...former].includes(about))
  if (!known || known.stopped !== null) return undefined
  if (!post) return "later" // gone back to an earlier release, it may be: it is not told of meanwhile
  const wanted = new Set([
    "everything",
    `series:${post.series}`,
    `part:${post.series}/${post.part}`,
  ])
  const follows = known.follows.map(({ subject }) => subject).filter((one) => wanted.has(one))
  if (follows.length === 0) return undefined
  const token = formatToken({ purpose: "manage", id: follower }, signing)
  return partLetter({ ...common, post, follows, token })
}
