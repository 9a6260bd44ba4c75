import { copyFile, rename, rm } from "node:fs/promises"
import { parseAddress } from "./address"
import { openDatabase, type Database } from "./database"
import { exportFollower, findFollowerId, forgetFollower, stopAddress } from "./followers"
import { dropAll, dropMails, holdMails, queueByPost } from "./outbox"
import { forgetWhatIsKnown } from "./publications"

export const readersUsage = `  queue               the mails about each post: sent, waiting, held, failed
  hold <post>         holds back what is not sent yet about a post
  release <post>      lets it go
  drop <post>         never sends it
  numbers             how many follow what
  export <address>    all that is kept of somebody, as JSON
  forget <address>    removes all of it
  stop <address>      sends nothing more there: it bounced, or somebody complained
  backup <file>       copies the database while it is used
  restore <file>      puts a copy in its place: the server is stopped; nothing is sent twice`

type Run = (database: Database, argument: string, tell: (line: string) => void) => Promise<boolean>

/**
 * What an author does with the readers of a site, by a command line.
 *
 * @param where a file, or the address of a PostgreSQL
 * @returns whether it did what it was asked for; undefined if the command line is wrong
 */
export async function runReaders(
  [name = "", ...rest]: readonly string[],
  where: string,
  tell: (line: string) => void,
): Promise<boolean | undefined> {
  const [argument = "", ...more] = rest
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || more.length > 0 || command.takes !== (argument !== "")) return undefined
  if (name === "restore") return restore(where, argument, tell)
  const database = await openDatabase(where)
  try {
    return await command.run(database, argument, tell)
  } finally {
    await database.close()
  }
}

const mails = (count: number) => (count === 1 ? "1 mail" : `${count} mails`)

const commands: Readonly<Record<string, { takes: boolean; run: Run }>> = {
  queue: {
    takes: false,
    async run(database, _, tell) {
      const posts = await queueByPost(database)
      if (posts.length === 0) tell("There was no mail about a post yet.")
      for (const { slug, all, sent, failed, held, due } of posts) {
        const waiting = all - sent - failed - held
        const from = waiting > 0 ? `, from ${new Date(due).toISOString()}` : ""
        tell(`${slug}  ${sent} sent, ${waiting} waiting${from}, ${held} held, ${failed} failed`)
      }
      return true
    },
  },
  hold: ofPost("held", (database, slug) => holdMails(database, slug, Date.now())),
  release: ofPost("let go", (database, slug) => holdMails(database, slug, null)),
  drop: ofPost("dropped", (database, slug) => dropMails(database, slug, Date.now())),
  numbers: {
    takes: false,
    async run({ db }, _, tell) {
      const rows = await db
        .selectFrom("follow")
        .select(({ fn }) => ["subject", fn.countAll<number>().as("count")])
        .where("confirmed", "is not", null)
        .groupBy("subject")
        .orderBy("subject")
        .execute()
      if (rows.length === 0) tell("Nobody follows anything yet.")
      for (const { subject, count } of rows) tell(`${subject}  ${count}`)
      return true
    },
  },
  export: ofAddress(async (database, id, tell) => {
    tell(JSON.stringify(await exportFollower(database, id), undefined, 2))
  }),
  forget: ofAddress(async (database, id, tell) => {
    await forgetFollower(database, id)
    tell("Nothing is kept of this address any more.")
  }),
  stop: ofAddress(async (database, id, tell) => {
    await stopAddress(database, id, Date.now())
    tell("Nothing more is sent there, until its owner confirms once more.")
  }),
  backup: {
    takes: true,
    async run(database, file, tell) {
      await database.backup(file)
      tell(`${database.place} → ${file}`)
      return true
    },
  },
  restore: { takes: true, run: () => Promise.resolve(false) },
}

function ofPost(done: string, act: (database: Database, slug: string) => Promise<number>) {
  const run: Run = async (database, slug, tell) => {
    const count = await act(database, slug)
    tell(
      count === 0
        ? `Unexpected ${slug}, expected a post of npm run readers -- queue`
        : `${mails(count)} about ${slug} ${done}`,
    )
    return count > 0
  }
  return { takes: true, run }
}

function ofAddress(
  act: (database: Database, id: string, tell: (line: string) => void) => Promise<void>,
) {
  const run: Run = async (database, text, tell) => {
    const id = await findFollowerId(database, parseAddress(text)?.key ?? text)
    if (id === undefined) tell(`Nothing is known of ${text}.`)
    else await act(database, id, tell)
    return id !== undefined
  }
  return { takes: true, run }
}

/**
 * Puts a copy in the place of what is there. What waited in it may have been sent since it was made, and
 * what was published since may have been told of: neither is sent.
 */
async function restore(where: string, file: string, tell: (line: string) => void) {
  if (/^postgres(?:ql)?:/.test(where)) {
    throw new Error("Unexpected restore of PostgreSQL, expected one by its own pg_restore")
  }
  const fresh = `${where}.restored`
  await copyFile(file, fresh)
  const database = await openDatabase(fresh)
  const dropped = await dropAll(database, Date.now())
  await forgetWhatIsKnown(database)
  await database.close()
  for (const rest of ["-wal", "-shm"]) {
    await rm(where + rest, { force: true })
    await rm(fresh + rest, { force: true })
  }
  await rename(fresh, where)
  tell(`${file} → ${where}; ${mails(dropped)} that waited in it will not be sent`)
  return true
}
