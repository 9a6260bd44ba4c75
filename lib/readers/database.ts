import { mkdir, rm } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { Kysely, Migrator, PostgresDialect, sql } from "kysely"
import { Pool, types } from "pg"
import { migrations } from "./migrations"
import { openSqlite, sqliteDialect } from "./sqlite"
import type { Tables } from "./tables"

/** What is known of readers, in SQLite or PostgreSQL. */
export type Database = {
  db: Kysely<Tables>
  /** Where it is, for people: without a password. */
  place: string
  /**
   * Writes all of it to a file while others use it.
   *
   * @throws Error where that is the business of the database's own tools
   */
  backup: (file: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * Opens a database, makes it where there is none, and brings it to the newest version.
 *
 * @param where a file, or the address of a PostgreSQL: `postgres://…`
 * @throws Error if it is another address, or a newer version of Partwise has written it
 */
export async function openDatabase(where: string): Promise<Database> {
  if (/^(?!postgres(?:ql)?:|file:)[\w+.-]+:\/\//.test(where)) {
    // What it is may hold a password, and is not shown.
    throw new Error(
      "Unexpected DATABASE_URL, expected postgres://user:password@host/name, or a file",
    )
  }
  const database = /^postgres(?:ql)?:/.test(where) ? openPostgres(where) : await openFile(where)
  try {
    await migrate(database.db)
  } catch (error) {
    await database.close()
    throw new Error(`${database.place}: ${(error as Error).message}`, { cause: error })
  }
  return database
}

async function openFile(where: string): Promise<Database> {
  const file = resolve(where.replace(/^file:(?:\/\/)?/, ""))
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const db = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(file)) })
  return {
    db,
    place: file,
    async backup(copy) {
      await mkdir(dirname(resolve(copy)), { recursive: true })
      await rm(copy, { force: true })
      await sql`vacuum into ${copy}`.execute(db)
    },
    close: () => db.destroy(),
  }
}

/** Its name for 64-bit integers, which come as text unless one asks for numbers. */
const bigint: number = types.builtins.INT8

function openPostgres(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: 5_000,
    types: {
      getTypeParser: ((oid: number, format: "text") =>
        oid === bigint ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  })
  // A connection that breaks while nobody uses it is no one's failure: the next one is a new one.
  pool.on("error", () => undefined)
  const { host, pathname } = new URL(url)
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    place: `PostgreSQL at ${host}${pathname}`,
    backup: () =>
      Promise.reject(new Error("Unexpected backup of PostgreSQL, expected one by its own pg_dump")),
    close: () => pool.end(),
  }
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) }
  const migrator = new Migrator({ db, provider })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && /is missing/.test(error.message)) {
    throw new Error("Unexpected database of a newer version, expected one of this or an older one")
  }
  // Another process may have done the same at this moment.
  const found = await migrator.getMigrations()
  if (found.every(({ executedAt }) => executedAt !== undefined)) return
  throw error as Error
}
