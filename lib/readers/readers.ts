import { readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { publicationsAddress } from "../model/readers-address"
import type { Publications } from "../model/publications"
import type { Database } from "./database"
import { dropUnconfirmed } from "./followers"
import type { Mailer } from "./mailer"
import { noticePublications } from "./publications"
import { sendDue } from "./sender"
import { createService, type Question } from "./service"

type Options = {
  /** The finished site, or a link to it: what it has published is what readers are told of. */
  dist: string
  /** A file, or the address of a PostgreSQL. */
  where: string
  /** The mail server: `smtp://…`. Without it nothing is sent, and all waits. */
  smtp?: string
  tell: (line: string) => void
  /** Milliseconds that an author has to hold mails back, and between two looks. */
  delay?: number
  interval?: number
  /** Mails that are sent between two looks. */
  atOnce?: number
}

/** The service for readers of a site that has it; nothing is opened or loaded for one that has not. */
export type Readers = {
  /** @returns undefined where the site has no such service */
  answer: (question: Question) => Promise<Response | undefined>
  close: () => Promise<void>
}

const day = 24 * 3_600_000

type Running = {
  database: Database
  answer: (question: Question) => Promise<Response>
  secret: string
}

export function openReaders({
  dist,
  where,
  smtp,
  tell,
  delay = 300_000,
  interval = 1_000,
  atOnce = 10,
}: Options): Readers {
  const file = join(dist, publicationsAddress)
  const closing = new AbortController()
  let stamp = ""
  let noticed = ""
  let publications: Publications | undefined
  let running: Promise<Running> | undefined
  let mailer: Mailer | undefined
  let cleaned = 0

  const start = async (): Promise<Running> => {
    const [{ openDatabase }, { secretOf }] = await Promise.all([
      import("./database"),
      import("./settings"),
    ])
    const database = await openDatabase(where)
    const secret = await secretOf(database)
    const known = () => publications as Publications
    const answer = createService({ database, secret, publications: known })
    if (smtp !== undefined) mailer = (await import("./mailer")).createMailer(smtp)
    tell(`Readers are kept in ${database.place}`)
    if (!mailer) tell("Nothing is sent to them: there is no SMTP_URL")
    return { database, answer, secret }
  }
  /** One that cannot be opened is tried again with the next question. */
  const run = () => {
    running ??= start()
    const mine = running
    mine.catch(() => {
      if (running === mine) running = undefined
    })
    return running
  }

  /** Looks what is published. */
  const renew = async (): Promise<void> => {
    const found = await stat(file).catch(() => undefined)
    const now = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : ""
    if (now === stamp) return
    const text = await readFile(file, "utf8").catch(() => undefined)
    publications = text === undefined ? undefined : (JSON.parse(text) as Publications)
    stamp = now
  }

  const look = async () => {
    await renew()
    if (!publications) return
    const { database, secret } = await run()
    const now = Date.now()
    if (noticed !== stamp) {
      const seen = stamp
      const fresh = await noticePublications(database, publications, { now, delay })
      for (const slug of fresh) tell(`Readers will be told of ${slug}`)
      noticed = seen
    }
    if (Math.abs(now - cleaned) > day) {
      await dropUnconfirmed(database, now)
      cleaned = now
    }
    if (mailer) await sendDue({ database, secret, publications, mailer }, atOnce)
  }

  const loop = async () => {
    while (!closing.signal.aborted) {
      await look().catch((error: Error) => {
        tell(`Readers: ${error.message}`)
        return pause(30_000, undefined, { signal: closing.signal }).catch(() => undefined)
      })
      await pause(interval, undefined, { signal: closing.signal, ref: false }).catch(
        () => undefined,
      )
    }
  }
  const looping = loop()

  return {
    async answer(question) {
      if (!publications) await renew()
      return publications && (await (await run()).answer(question))
    },
    async close() {
      closing.abort()
      await looping
      mailer?.close()
      await (await running?.catch(() => undefined))?.database.close()
    },
  }
}
