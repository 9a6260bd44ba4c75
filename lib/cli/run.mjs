// The way into every command: `node lib/cli/run.mjs build`, or `bench/bench` for one that is elsewhere;
// `install` does no more than what comes before any.
// Written in plain JavaScript with nothing but Node's own modules, because it also runs where nothing
// is installed yet.
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import process from "node:process"
import { pathToFileURL } from "node:url"

const oldestNode = [20, 19]
const cache = "node_modules/.cache"
const aside = ".partwise/aside"
const [command = "", ...args] = process.argv.slice(2)
refuseOldNode()
await installDependencies()
if (command !== "install") {
  const { bundle } = await import("./bundle.mjs")
  const script = await bundle(command.includes("/") ? `${command}.ts` : `lib/cli/${command}.ts`)
  process.argv = [process.execPath, script, ...args]
  await import(pathToFileURL(script).href)
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
  await setAside()
  // Development dependencies too: the build needs them, also where NODE_ENV says production.
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const child = spawn(npm, ["ci", "--include=dev"], { stdio: "inherit" })
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("exit", (code) => resolve(code ?? 1))
  })
  await putBack()
  if (code !== 0) process.exit(code)
  await writeFile(stamp, hash)
}

/** What builds have kept would go with what `npm ci` removes. */
async function setAside() {
  await mkdir(aside, { recursive: true })
  await rename(cache, join(aside, "cache")).catch(() => undefined)
}

async function putBack() {
  await mkdir("node_modules", { recursive: true })
  await rename(join(aside, "cache"), cache).catch(() => undefined)
}
