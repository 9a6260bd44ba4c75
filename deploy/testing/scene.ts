import { execFile, spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { bundle } from "../../lib/cli/bundle.mjs"
import { ask } from "../../lib/testing/client"
import type { Config } from "../config"
import { placesIn } from "../site"

/** What the build that stands in for a real one makes: `build.mjs`. */
export type Made = {
  title: string
  /** Milliseconds that it takes. */
  slow?: number
  /** What it finds wrong with the content. */
  problem?: string
  /** What it says, without a word on its standard error, before it fails of something else. */
  fault?: string
  /** The day on which a post is due. */
  due?: string
  /** Times that the title stands in a file. */
  bytes?: number
}

export type Said = { code: number | null; said: string }

/** An author's environment, whatever this machine's settings of Git are. */
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "Author",
  GIT_AUTHOR_EMAIL: "author@example.org",
  GIT_COMMITTER_NAME: "Author",
  GIT_COMMITTER_EMAIL: "author@example.org",
}

type Run = (program: string, args: readonly string[], folder?: string) => Promise<Said>

/** An author with a repository, and a server that it is pushed to, in temporary folders. */
export async function createScene(settings: Partial<Config> = {}, parent = tmpdir()) {
  const home = await mkdtemp(join(parent, "partwise-deploy-"))
  const root = join(home, "server")
  const work = join(home, "author")
  await mkdir(work, { recursive: true })
  const run: Run = (program, args, folder = work) =>
    new Promise((resolve) => {
      execFile(program, args, { cwd: folder, env }, (error, stdout, stderr) => {
        const code = error ? (typeof error.code === "number" ? error.code : null) : 0
        resolve({ code, said: (stdout + stderr).replaceAll(/ +$/gm, "") }) // Git fills lines up
      })
    })
  await setUp(root, run, settings)
  const servers: ChildProcess[] = []
  return {
    root,
    work,
    places: placesIn(root),
    deploy: (...args: readonly string[]) => run(join(root, "deploy"), args),
    ...(await createAuthor(work, placesIn(root).repository, run)),
    /** Starts the server. @returns how to ask it */
    async serve(variables: Readonly<Record<string, string>> = {}) {
      const stdio = ["ignore", "pipe", "inherit"] as const
      const child = spawn(join(root, "deploy"), ["serve"], {
        env: { ...env, ...variables },
        stdio: [...stdio],
      })
      servers.push(child)
      if (!child.stdout) throw new Error("Unexpected absence of an output")
      const [line] = (await once(createInterface(child.stdout), "line")) as [string]
      const port = Number(/:(\d+)\/$/.exec(line)?.[1])
      return (path: string, host = "blog.test") => ask(port, path, { Host: host }, "GET")
    },
    async remove() {
      for (const child of servers) {
        child.kill("SIGKILL")
        if (child.exitCode === null) await once(child, "exit")
      }
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

async function setUp(root: string, run: Run, settings: Partial<Config>): Promise<void> {
  const args = [root, "--url", "http://blog.test", "--previews", "http://*.preview.test"]
  const setup = await bundle("deploy/setup.ts")
  const { code, said } = await run(process.execPath, [setup, ...args], process.cwd())
  if (code !== 0) throw new Error(said)
  const file = join(root, "config.json")
  const written = JSON.parse(await readFile(file, "utf8")) as Config
  const install = "mkdir -p node_modules && cp package-lock.json node_modules/dependency"
  const quick: Partial<Config> = { install, build: "node build.mjs", port: 0, ...settings }
  await writeFile(file, JSON.stringify({ ...written, ...quick }))
}

async function createAuthor(work: string, repository: string, run: Run) {
  const git = async (...args: readonly string[]) => {
    const { code, said } = await run("git", args)
    if (code !== 0) throw new Error(`git ${args.join(" ")}: ${said}`)
    return said.trim()
  }
  await git("init", "--quiet", "--initial-branch=main")
  await git("remote", "add", "server", repository)
  await cp("deploy/testing/build.mjs", join(work, "build.mjs"))
  await writeFile(join(work, "package-lock.json"), "{}")
  return {
    git,
    /** Commits what a build makes, on the branch that is checked out. */
    async commit(made: Made, more: Readonly<Record<string, string>> = {}): Promise<string> {
      const files = { ...more, "site.json": JSON.stringify(made) }
      for (const [name, text] of Object.entries(files)) await writeFile(join(work, name), text)
      await git("add", ".")
      await git("commit", "--quiet", "--allow-empty", "--message", made.title)
      return git("rev-parse", "HEAD")
    },
    push: (...refs: readonly string[]) =>
      run("git", ["push", "--force", "server", ...(refs.length > 0 ? refs : ["main"])]),
  }
}

export type Scene = Awaited<ReturnType<typeof createScene>>

export const titleOf = ({ body }: { body: Buffer }) =>
  /<title>(.*?)<\/title>/.exec(String(body))?.[1]
