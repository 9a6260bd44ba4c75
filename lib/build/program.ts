import { spawn, type ChildProcess } from "node:child_process"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

const require = createRequire(import.meta.url)

/** The script behind a package's command, such as `next` or `vitest`. */
export function scriptOf(packageName: string, command = packageName): string {
  const manifest = require.resolve(`${packageName}/package.json`)
  const { bin } = require(manifest) as { bin: string | Record<string, string> }
  const script = typeof bin === "string" ? bin : bin[command]
  if (script === undefined) throw new Error(`Unexpected command ${command} of ${packageName}`)
  return join(dirname(manifest), script)
}

/** Starts a script in a Node of its own, in the foreground. */
export const startScript = (
  script: string,
  args: readonly string[],
  env: Record<string, string | undefined> = {},
): ChildProcess =>
  spawn(process.execPath, [script, ...args], {
    stdio: "inherit",
    env: { NEXT_TELEMETRY_DISABLED: "1", ...process.env, ...env },
  })

/** Ends a Node that {@link startTied} has started once their channel closes. */
const tie = "data:text/javascript,process.once('disconnect',()=>process.exit())"

/** Starts a script that does not outlive this process, however this process ends. */
export const startTied = (script: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ["--import", tie, script, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { NEXT_TELEMETRY_DISABLED: "1", ...process.env },
  })

/** Starts one of our own programs, such as `lib/build/content`, in a Node of its own. */
export const startOwn = (name: string): ChildProcess => startScript("lib/cli/run.mjs", [name])

/** Starts a program of the machine's, in the foreground. */
export const startProgram = (name: string, args: readonly string[]): ChildProcess =>
  spawn(name, args, { stdio: "inherit" })

/** The exit code of a program, once it has ended. */
export const exitOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("exit", (code) => resolve(code ?? 1))
  })
