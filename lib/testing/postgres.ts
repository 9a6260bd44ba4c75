import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, readdirSync } from "node:fs"
import { chown, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"

/** Where Debian puts the programs of PostgreSQL, the newest first. */
const versions = "/usr/lib/postgresql"
const programs = (existsSync(versions) ? readdirSync(versions) : [])
  .sort((a, b) => Number(b) - Number(a))
  .map((version) => join(versions, version, "bin"))
  .find((folder) => existsSync(join(folder, "initdb")))

/** Whether there is a PostgreSQL on this machine that tests can start. */
export const hasPostgres = programs !== undefined

/** Debian's user for nobody: PostgreSQL does not run as root. */
const nobody = 65534

/** Starts a PostgreSQL with an empty database, which nothing but a socket in its own folder leads to. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  if (programs === undefined) throw new Error("Unexpected absence of PostgreSQL")
  const folder = await mkdtemp(join(tmpdir(), "postgres-"))
  const isRoot = process.getuid?.() === 0
  const as = isRoot ? { uid: nobody, gid: nobody } : {}
  if (isRoot) await chown(folder, nobody, nobody)
  const data = join(folder, "data")
  execFileSync(join(programs, "initdb"), ["-D", data, "-U", "test", "-A", "trust", "-N"], {
    ...as,
    stdio: "ignore",
  })
  const settings = { listen_addresses: "", unix_socket_directories: folder, fsync: "off" }
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const server = spawn(join(programs, "postgres"), ["-D", data, ...options], {
    ...as,
    stdio: "ignore",
  })
  const isReady = () => {
    try {
      execFileSync(join(programs, "pg_isready"), ["-h", folder], { stdio: "ignore" })
      return true
    } catch {
      return false
    }
  }
  for (let tries = 0; !isReady(); tries++) {
    if (tries > 600) throw new Error("Unexpected silence of PostgreSQL, expected it to start")
    await pause(100)
  }
  return {
    url: `postgres://test@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      server.kill("SIGQUIT")
      await once(server, "exit")
      await rm(folder, { recursive: true, force: true })
    },
  }
}
