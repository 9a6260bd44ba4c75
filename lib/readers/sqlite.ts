import { createRequire } from "node:module"
import { setTimeout as pause } from "node:timers/promises"
import type { DatabaseSyncInstance } from "@photostructure/sqlite"
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from "kysely"

/** SQLite of Node.js itself, and where that has none, the same interface from a package. */
export function openSqlite(file: string): DatabaseSyncInstance {
  const { DatabaseSync: Database } = loadSqlite()
  const database = new Database(file)
  // A writer is never in a reader's way, and what was written outlives this process. It waits for no
  // other: this thread answers readers of pages, too.
  database.exec(
    "PRAGMA busy_timeout = 10; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON",
  )
  return database
}

type Sqlite = typeof import("@photostructure/sqlite")

function loadSqlite(): Sqlite {
  const builtIn = process.getBuiltinModule("node:sqlite" as "node:fs") as unknown
  if (builtIn !== undefined) return builtIn as Sqlite
  return createRequire(import.meta.url)("@photostructure/sqlite") as Sqlite
}

/** One connection, which whoever asks has in turn. */
export const sqliteDialect = (database: DatabaseSyncInstance): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => createDriver(database),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})

function createDriver(database: DatabaseSyncInstance): Driver {
  const connection = connectionTo(database)
  let last = Promise.resolve()
  const ends = new WeakMap<DatabaseConnection, () => void>()
  const run = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql)).then(() => undefined)
  return {
    init: () => Promise.resolve(),
    async acquireConnection() {
      const before = last
      let end = () => {}
      last = new Promise((resolve) => (end = resolve))
      await before
      ends.set(connection, end)
      return connection
    },
    releaseConnection(one) {
      ends.get(one)?.()
      return Promise.resolve()
    },
    // One that begins as a reader's may find, when it writes, that it comes too late.
    beginTransaction: () => run("begin immediate"),
    commitTransaction: () => run("commit"),
    rollbackTransaction: () => run("rollback"),
    destroy() {
      // Statements that wait to be collected would keep what they wrote beside the file.
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)")
      database.close()
      return Promise.resolve()
    },
  }
}

/** Milliseconds for which another process may keep the database to itself. */
const patience = 5_000

function connectionTo(database: DatabaseSyncInstance): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const end = performance.now() + patience
      for (;;) {
        try {
          return ask<Row>(database, sql, parameters as Value[])
        } catch (error) {
          if (!isBusy(error) || performance.now() > end) throw error
          await pause(20 + Math.random() * 30)
        }
      }
    },
    // oxlint-disable-next-line require-yield -- refuses at once
    async *streamQuery() {
      throw new Error("Unexpected stream, expected a query whose rows are few")
    },
  }
}

/** Our values: there are no others. */
type Value = string | number | null

function ask<Row>(
  database: DatabaseSyncInstance,
  sql: string,
  parameters: Value[],
): QueryResult<Row> {
  const statement = database.prepare(sql)
  if (/^\s*(?:select|with|pragma)\b|\breturning\b/i.test(sql)) {
    return { rows: statement.all(...parameters) as Row[] }
  }
  const { changes } = statement.run(...parameters)
  return { rows: [], numAffectedRows: BigInt(changes) }
}

/** `SQLITE_BUSY` or `SQLITE_LOCKED`: https://sqlite.org/rescode.html */
const isBusy = (error: unknown) =>
  error instanceof Error && /database (?:table )?is (?:locked|busy)/i.test(error.message)
