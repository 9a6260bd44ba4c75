import { execFile, execFileSync, spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { delimiter, dirname, join, resolve } from "node:path"
import { brotliDecompressSync, gunzipSync } from "node:zlib"

type Variables = Readonly<Record<string, string>>

/** What a program did: its exit code, and all that it said. */
export type Said = { code: number; said: string }

/** An author with a clone of the project, and a server of one's own, in temporary folders. */
export async function createAuthor() {
  const home = await mkdtemp(join(tmpdir(), "partwise-author-"))
  const clone = join(home, "clone")
  const server = join(home, "server")
  const port = await freePort() // an address is known before it is served
  const live = `http://blog.localhost:${port}`
  const previews = `http://*.preview.localhost:${port}`
  const environment = environmentOf(home)
  const run = (program: string, args: readonly string[], variables: Variables = {}) =>
    runProgram(program, args, clone, { ...environment, ...variables })
  const git = async (...args: readonly string[]) => {
    const { code, said } = await run("git", args)
    if (code !== 0) throw new Error(`git ${args.join(" ")}: ${said}`)
  }
  let served: ChildProcess | undefined
  let developed: ChildProcess | undefined
  return {
    /** The address of the live site, without a slash at its end. */
    live,
    async clone() {
      await copyProject(clone)
      await git("init", "--quiet", "--initial-branch=main")
      await git("remote", "add", "server", join(server, "repository.git"))
    },
    /** Sets up the server. What it installs is what is installed here: no registry is asked. */
    async setUp(): Promise<Said> {
      const addresses = ["--url", live, "--previews", previews, "--port", String(port)]
      const outcome = await run("npm", ["run", "--silent", "deploy", "--", server, ...addresses])
      if (outcome.code !== 0) return outcome
      const file = join(server, "config.json")
      const config = JSON.parse(await readFile(file, "utf8")) as object
      await writeFile(file, JSON.stringify({ ...config, install: linkModules }))
      return outcome
    },
    serve(variables: Variables) {
      const env = { ...environment, ...variables } as NodeJS.ProcessEnv
      served = spawn(join(server, "deploy"), ["serve"], {
        env,
        stdio: ["ignore", "ignore", "inherit"],
      })
    },
    /** Starts the development server; returns its address, without a slash at its end. */
    async develop(): Promise<string> {
      const own = String(await freePort())
      const env = { ...environment, PORT: own, HOST: "localhost" } as object as NodeJS.ProcessEnv
      developed = spawn(process.execPath, ["lib/cli/run.mjs", "dev"], {
        cwd: clone,
        env,
        stdio: ["ignore", "ignore", "inherit"],
      })
      return `http://localhost:${own}`
    },
    deploy: (...args: readonly string[]) => run(join(server, "deploy"), args),
    git,
    async commit(message: string) {
      await git("add", ".")
      await git("commit", "--quiet", "--message", message)
    },
    /** Pushes: builds take what other journeys leave of the machine. */
    push: (...args: readonly string[]) =>
      run("nice", ["-n", "19", "git", "push", "server", ...args]),
    post: (args: readonly string[], variables?: Variables) =>
      run("npm", ["run", "--silent", "post", "--", ...args], variables),
    /** Builds here what the server builds, with nothing kept of another build. */
    async build(variables: Variables = {}): Promise<Said> {
      await rm(join(clone, "node_modules/.cache"), { recursive: true, force: true })
      return run("npm", ["run", "--silent", "build"], { SITE_URL: live, ...variables })
    },
    /** Serves what was built, without a server of one's own. */
    start(variables: Variables = {}) {
      const env = { ...environment, PORT: String(port), SITE_URL: live, ...variables }
      served = spawn(process.execPath, ["lib/cli/run.mjs", "start"], {
        cwd: clone,
        env: env as object as NodeJS.ProcessEnv,
        stdio: ["ignore", "ignore", "inherit"],
      })
    },
    filesBuilt: () => readFiles(join(clone, "dist/")),
    list: (folder: string) => readdir(join(clone, folder)),
    read: (file: string) => readFile(join(clone, file), "utf8"),
    async write(file: string, words: string) {
      await mkdir(join(clone, dirname(file)), { recursive: true })
      await writeFile(join(clone, file), words)
    },
    move: (from: string, to: string) => rename(join(clone, from), join(clone, to)),
    /** The files that the server has of a site, `live` or `previews/<label>`. */
    filesOf: (site: string) => readFiles(join(server, site, "current/")),
    async remove() {
      await Promise.all([end(served), end(developed)])
      await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

export type Author = Awaited<ReturnType<typeof createAuthor>>

/** An author's environment, whatever this one says of Git, npm, addresses and secrets. */
const environmentOf = (home: string): Variables => ({
  PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
  HOME: home,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Author",
  GIT_AUTHOR_EMAIL: "author@example.org",
  GIT_COMMITTER_NAME: "Author",
  GIT_COMMITTER_EMAIL: "author@example.org",
  npm_config_update_notifier: "false", // it would ask the registry
})

const runProgram = (
  program: string,
  args: readonly string[],
  cwd: string,
  environment: Variables,
): Promise<Said> =>
  new Promise((done) => {
    const env = environment as NodeJS.ProcessEnv
    execFile(program, args, { cwd, env, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : -1) : 0
      done({ code, said: (stdout + stderr).replaceAll(/ +$/gm, "").trim() }) // Git fills lines up
    })
  })

/** Hard links: Turbopack refuses packages that a symbolic link leads to outside of the project. */
const linkModules = `cp -al '${resolve("node_modules")}' node_modules && rm -rf node_modules/.cache`

/** The files that Git knows here, or would if they were added, and what is installed. */
async function copyProject(clone: string): Promise<void> {
  const listed = execFileSync("git", ["ls-files", "-z", "-c", "-o", "--exclude-standard"])
  for (const file of listed.toString().split("\0").filter(existsSync)) {
    await mkdir(dirname(join(clone, file)), { recursive: true })
    await cp(file, join(clone, file))
  }
  execFileSync("sh", ["-c", linkModules], { cwd: clone })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  child.kill("SIGKILL")
  await once(child, "exit")
}

/** The files in a folder by their names, compressed ones as what they hold. */
async function readFiles(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
    const path = join(parentPath, name)
    files.set(path.slice(folder.length), plainOf(name, await readFile(path)))
  }
  return files
}

function plainOf(name: string, bytes: Buffer): Buffer {
  if (name.endsWith(".br")) return brotliDecompressSync(bytes)
  return name.endsWith(".gz") ? gunzipSync(bytes) : bytes
}
