import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { chmod, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { build } from "esbuild"
import { configFrom, configName, type Config } from "./config"
import { placesIn } from "./site"

const usage = `usage: npm run deploy -- <folder> --url <address> [--previews <address with *>] [--branch main] [--host 127.0.0.1] [--port 3000]
  prepares a folder that a branch is pushed to and served from; once more, brings it up to date`

/**
 * Refuses what Git takes for another branch too: where there is a branch `refs/heads/main`, nobody can
 * push `main` any more. Whoever deletes one, may.
 */
const updateHook = `#!/bin/sh
case "$1:$3" in
refs/heads/refs/*:*[!0]* | refs/tags/refs/*:*[!0]*)
	echo "Unexpected name $1, expected one that Git can tell from others: without refs/" >&2
	exit 1
	;;
esac
`

/** What has SQLite for a Node.js that has none itself. */
const sqlitePackage = "@photostructure/sqlite"

const scriptsOfGyp = ["index.js", "node-gyp-build.js"]

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  const parsed = parse(args)
  const [folder] = parsed?.positionals ?? []
  if (!parsed || folder === undefined || parsed.positionals.length > 1) {
    console.error(usage)
    return 2
  }
  try {
    await setUp(resolve(folder), parsed.values)
    return 0
  } catch (error) {
    console.error((error as Error).message)
    return 1
  }
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const
  const options = { url: text, previews: text, branch: text, host: text, port: text }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    console.error((error as Error).message)
    return undefined
  }
}

type Settings = { url?: string; previews?: string; branch?: string; host?: string; port?: string }

async function setUp(root: string, { port, ...settings }: Settings): Promise<void> {
  const file = join(root, configName)
  const before = JSON.parse(await readFile(file, "utf8").catch(() => "{}")) as Partial<Config>
  const given = { ...settings, ...(port === undefined ? {} : { port: Number(port) }) }
  const written = { ...before, ...given }
  const config = configFrom(written)

  await mkdir(root, { recursive: true })
  await writeWhole(file, `${JSON.stringify(written, undefined, 2)}\n`)
  await writeProgram(join(root, "deploy.mjs"))
  await writeSqlite(root)
  await writeScript(join(root, "deploy"), `"${join(root, "deploy.mjs")}" "$@"`)
  const { repository } = placesIn(root)
  const branch = `init.defaultBranch=${config.branch}` // of a repository that is there it says nothing
  execFileSync("git", ["-c", branch, "init", "--quiet", "--bare", repository])
  execFileSync("git", ["-C", repository, "config", "transfer.hideRefs", "refs/deploy"])
  await mkdir(join(repository, "hooks"), { recursive: true })
  await writeExecutable(join(repository, "hooks/update"), updateHook)
  const hook = `"${join(root, "deploy.mjs")}" receive`
  await writeScript(join(repository, "hooks/post-receive"), hook)
  console.log(`Push to ${repository}, serve with ${join(root, "deploy")} serve`)
}

/** All the programs of this folder, and what they need, in one file. */
export async function writeProgram(outfile: string): Promise<void> {
  await build({
    entryPoints: ["deploy/deploy.ts"],
    outfile: `${outfile}.new`,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    // Parts of packages that we never come to.
    external: ["pg-native", "pg-cloudflare", sqlitePackage],
    // What is bundled of packages may be no module of ECMAScript, and ask for parts of Node.js.
    banner: {
      js: 'import { createRequire as newRequire } from "node:module"; const require = newRequire(import.meta.url)',
    },
    logLevel: "warning",
  })
  await rename(`${outfile}.new`, outfile)
}

/** Puts beside the program what cannot be in it: SQLite is no JavaScript. */
async function writeSqlite(root: string): Promise<void> {
  if (process.getBuiltinModule("node:sqlite" as "node:fs") !== undefined) return
  // Its sources, and the binaries of other machines, are many times as large.
  const machine = `prebuilds/${process.platform}-${process.arch}`
  for (const name of [sqlitePackage, "node-gyp-build"]) {
    const [from, to] = [join("node_modules", name), join(root, "node_modules", name)]
    await rm(to, { recursive: true, force: true })
    for (const part of ["package.json", "dist", machine, ...scriptsOfGyp]) {
      if (existsSync(join(from, part)))
        await cp(join(from, part), join(to, part), { recursive: true })
    }
  }
}

/** A program that runs with this Node, whatever the path of who logs in. */
async function writeScript(file: string, command: string): Promise<void> {
  await writeExecutable(file, `#!/bin/sh\nexec "${process.execPath}" ${command}\n`)
}

async function writeExecutable(file: string, text: string): Promise<void> {
  await writeWhole(file, text)
  await chmod(file, 0o755)
}

async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}
