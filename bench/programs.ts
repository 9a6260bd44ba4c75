import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"

let updated = false

/**
 * A program of the system, installed by apt if it is missing and this process may.
 *
 * @returns its path, or nothing where it cannot be had
 */
export async function findProgram(name: "wrk" | "nginx"): Promise<string | undefined> {
  const present = pathOf(name)
  if (present !== undefined) return present
  if (process.getuid?.() !== 0 || pathOf("apt-get") === undefined) return undefined
  try {
    if (!updated) aptGet("update", "-qq")
    updated = true
    aptGet("install", "-y", "-qq", "--no-install-recommends", name)
  } catch {
    return undefined // apt has said why
  }
  return pathOf(name)
}

const aptGet = (...args: readonly string[]) =>
  execFileSync("apt-get", args, {
    stdio: ["ignore", "ignore", "inherit"],
    // A service that apt installs is not started here, as if it were an image that is built.
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
  })

const pathOf = (name: string) =>
  [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
