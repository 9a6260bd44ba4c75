// The way into every command: `node lib/cli/run.mjs build`, or `bench/bench` for one that is elsewhere;
// `install` does no more than what comes before any.
// Written in plain JavaScript with nothing but Node's own modules, because it also runs where nothing
// is installed yet.
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { readFile, writeFile } from "node:fs/promises"
import { constants } from "node:os"
import process from "node:process"

const oldestNode = [20, 19]

const [command = "", ...args] = process.argv.slice(2)
refuseOldNode()
await installDependencies()
if (command !== "install") {
  const script = command.includes("/") ? `${command}.ts` : `lib/cli/${command}.ts`
  process.exitCode = await run(process.execPath, ["--import", "tsx", script, ...args])
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const [leastMajor = 0, leastMinor = 0] = oldestNode
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return
  console.error(
    `Unexpected Node ${process.versions.node}, expected ${oldestNode.join(".")} or newer`,
  )
  process.exit(1)
}

/** Runs `npm ci` unless the lockfile is the one that was installed from. */
async function installDependencies() {
  const lock = await readFile("package-lock.json")
  const hash = createHash("sha256").update(lock).update(process.version).digest("hex")
  const stamp = "node_modules/.installed"
  if ((await readFile(stamp, "utf8").catch(() => "")) === hash) return

  console.log("Installing dependencies …")
  // Development dependencies too: the build needs them, also where NODE_ENV says production.
  const code = await run(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--include=dev"])
  if (code !== 0) process.exit(code)
  await writeFile(stamp, hash)
}

/**
 * Runs a program in the foreground, and hands it the signals that this process gets.
 * @param {string} program
 * @param {string[]} parameters
 * @returns {Promise<number>} its exit code
 */
function run(program, parameters) {
  const child = spawn(program, parameters, { stdio: "inherit" })
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"]
  const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  return new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("exit", (code, signal) => {
      for (const name of signals) process.off(name, forward)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}
