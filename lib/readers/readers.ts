import { setTimeout as pause } from "node:timers/promises"
import type { Publications } from "../model/publications"
import type { Database } from "./database"
import { forgetOld } from "./followers"
import type { Mailer } from "./mailer"
import { openPublished } from "./published"
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

type Running = {
  database: Database
  secret: string
  mailer?: Mailer
  answer: (question: Question) => Promise<Response>
}

/** Milliseconds until all is tried again that failed, and until who has not confirmed is looked for. */
const afterFailure = 30_000
const day = 24 * 3_600_000

export function openReaders(options: Options): Readers {
  const { dist, tell, interval = 1_000 } = options
  const closing = new AbortController()
  const { signal } = closing
  const published = openPublished(dist)
  let running: Promise<Running> | undefined
  /** One that cannot be opened is tried again with the next question. */
  const run = () => {
    const mine = (running ??= start(options, () => published.last() as Publications))
    mine.catch(() => {
      if (running === mine) running = undefined
    })
    return mine
  }
  const look = createLook(options)
  const loop = async () => {
    while (!signal.aborted) {
      const wait = await published
        .renew()
        .then(async (found) => found && look(await run(), found))
        .then(
          () => interval,
          (error: Error) => {
            tell(`Readers: ${error.message}`)
            return Math.max(interval, afterFailure)
          },
        )
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
  const looping = loop()

  return {
    async answer(question) {
      const found = published.last() ?? (await published.renew())
      return found && (await (await run()).answer(question))
    },
    async close() {
      closing.abort()
      await looping
      const { mailer, database } = (await running?.catch(() => undefined)) ?? {}
      mailer?.close()
      await database?.close()
    },
  }
}

async function start(
  { where, smtp, tell }: Options,
  publications: () => Publications,
): Promise<Running> {
  const [{ openDatabase }, { secretOf }] = await Promise.all([
    import("./database"),
    import("./settings"),
  ])
  const database = await openDatabase(where)
  const secret = await secretOf(database)
  const answer = createService({ database, secret, publications })
  tell(`Readers are kept in ${database.place}`)
  if (smtp === undefined) {
    tell("Nothing is sent to them: there is no SMTP_URL")
    return { database, secret, answer }
  }
  const { createMailer } = await import("./mailer")
  return { database, secret, answer, mailer: createMailer(smtp) }
}

/** Looks what is new, and sends what is due. */
function createLook({ tell, delay = 300_000, atOnce = 10 }: Options) {
  let noticed: Publications | undefined
  let cleaned = 0
  return async ({ database, secret, mailer }: Running, publications: Publications) => {
    const now = Date.now()
    if (noticed !== publications) {
      const fresh = await noticePublications(database, publications, { now, delay })
      for (const slug of fresh) tell(`Readers will be told of ${slug}`)
      noticed = publications
    }
    if (Math.abs(now - cleaned) > day) {
      await forgetOld(database, now)
      cleaned = now
    }
    if (mailer) await sendDue({ database, secret, publications, mailer }, atOnce)
  }
}
