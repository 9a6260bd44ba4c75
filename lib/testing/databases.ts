import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openDatabase, type Database } from "../readers/database"
import { hasPostgres, startPostgres } from "./postgres"

/** A database of a kind, empty when it starts. */
export type Driver = { open: () => Promise<Database>; stop: () => Promise<void> }

type Start = () => Promise<Driver>

async function startSqlite(): Promise<Driver> {
  const folder = await mkdtemp(join(tmpdir(), "partwise-"))
  return {
    open: () => openDatabase(join(folder, "readers.db")),
    stop: () => rm(folder, { recursive: true }),
  }
}

async function startServer(): Promise<Driver> {
  const { url, stop } = await startPostgres()
  return { open: () => openDatabase(url), stop }
}

/** Those that this machine has: PostgreSQL where Debian's package of it is installed. */
export const drivers: readonly { name: string; start: Start }[] = [
  { name: "SQLite", start: startSqlite },
  ...(hasPostgres ? [{ name: "PostgreSQL", start: startServer }] : []),
]
