import { execFileSync, spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { readdirSync, readFileSync, readlinkSync } from "node:fs"
import { mkdtemp, readFile, rename, rm } from "node:fs/promises"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { reportProblems } from "../build/report"
import { prepareComponents } from "../components/components"
import { originalImages } from "../images/original-images"
import { checkContent } from "../rules/check"
import { createWriter } from "../site/write"
import { Reader } from "../source/reader"
import { createClone, type Clone } from "../testing/clone"
import { randomFrom } from "../testing/random"

// `npm run dev` while files come, go and change as fast as an author's editor, scripts and Git can do it.

/** Changes in a row: `DEV_STEPS=500 npx vitest run lib/cli/dev.test.ts` for a long soak. */
const steps = Number(process.env["DEV_STEPS"] || 40)

let clone: Clone
beforeAll(async () => {
  clone = await createClone()
  clone.git("init", "--quiet", "--initial-branch=a")
  for (const name of ["p1", "p2", "p3"]) await clone.write(fileOf(name), postOf(name, "begun"))
  commit("Begin")
  clone.git("switch", "--quiet", "--create=b")
  await rm(join(clone.root, folderOf("p2")), { recursive: true })
  await clone.write(fileOf("of-b"), postOf("of-b", "of b"))
  await clone.write(fileOf("p1"), postOf("p1", "of b"))
  commit("Go elsewhere")
  clone.git("switch", "--quiet", "a")
})
afterAll(async () => {
  running?.kill("SIGKILL")
  await clone.remove()
})

/** What a test that has failed has left. */
let running: ChildProcess | undefined

function commit(message: string) {
  clone.git("add", "--all")
  clone.git("commit", "--quiet", `--message=${message}`)
}

const folderOf = (name: string) => `content/posts/${name}`
const fileOf = (name: string) => `${folderOf(name)}/index.mdx`

/** A post that says what a step has made of it. */
const postOf = (name: string, said: string) => `---
title: The post ${name}
description: It is saved again and again.
date: 2026-01-05
---

It is ${said}.
`

/** An author's, not that of tests. */
const environment: Readonly<Record<string, string | undefined>> = {
  NODE_ENV: undefined,
  NODE_OPTIONS: undefined,
  PARTWISE_CODE: undefined,
  SITE_ENV: undefined,
  VITEST: undefined,
}

/** The development server, and all that it says. */
async function develop(port: number) {
  const env = { ...process.env, PORT: String(port), HOST: "localhost" }
  const child = spawn(process.execPath, ["lib/cli/run.mjs", "dev"], {
    cwd: clone.root,
    env: { ...env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  })
  running = child
  let said = ""
  for (const output of [child.stdout, child.stderr]) {
    output.on("data", (bytes: Buffer) => (said += bytes.toString()))
  }
  const site = `http://localhost:${port}`
  return { child, site, said: () => said, status: (path: string) => statusOf(site + path) }
}

const statusOf = async (address: string) => {
  const answer = await fetch(address, { signal: AbortSignal.timeout(60_000) }).catch(
    () => undefined,
  )
  await answer?.arrayBuffer()
  return answer?.status
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}

/** The programs that work in a folder; where there is no /proc, nothing is known of them. */
const programsIn = (folder: string): readonly string[] =>
  processes().flatMap((id) => {
    try {
      if (!readlinkSync(`/proc/${id}/cwd`).startsWith(folder)) return []
      return `${id} ${readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ")}`
    } catch {
      return [] // it has ended, or is somebody else's
    }
  })

const processes = () =>
  process.platform === "linux" ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : []

/** Kills it as nothing can be prepared for, and waits until nothing of it is left. */
async function killAll(child: ChildProcess, site: string) {
  child.kill("SIGKILL")
  await once(child, "exit")
  await vi.waitFor(
    async () => {
      expect(programsIn(clone.root)).toEqual([])
      expect(await statusOf(site)).toBeUndefined()
    },
    { timeout: 240_000, interval: 100 },
  )
}

type Step = (number: number) => Promise<void>

/** What may happen next; pauses are part of it, as what a server does meanwhile is what matters. */
function stepsOf(random: () => number): readonly Step[] {
  const own = new Set(["p1", "p2", "p3"])
  const some = () => [...own][Math.floor(random() * own.size)] ?? "p1"
  const path = (name: string) => join(clone.root, folderOf(name))
  const soon = () => pause(random() * 150)
  const remove = (name: string) => rm(path(name), { recursive: true, force: true })
  const save = async (name: string, said: string) => {
    own.add(name)
    await clone.write(fileOf(name), postOf(name, said))
  }
  return [
    (number) => save(some(), `saved in step ${number}`),
    (number) => save(`new-${number}`, "new"),
    async (number) => {
      const name = some()
      await save(name, `saved and renamed in step ${number}`)
      await soon()
      await rename(path(name), path(`moved-${number}`))
      own.delete(name)
      own.add(`moved-${number}`)
    },
    async () => {
      const name = some()
      await rename(path(name), `${path(name)}-away`)
      await soon()
      await rename(`${path(name)}-away`, path(name))
    },
    async (number) => {
      await save(`short-${number}`, "soon gone")
      await soon()
      await remove(`short-${number}`)
      own.delete(`short-${number}`)
    },
    async () => {
      if (own.size < 3) return
      const name = some()
      await remove(name)
      own.delete(name)
    },
    async (number) => {
      const name = some()
      await clone.write(fileOf(name), "---\ntitle: [\n---\n")
      await soon()
      await save(name, `mended in step ${number}`)
    },
    async () => {
      clone.git("add", "--all")
      clone.git("commit", "--quiet", "--allow-empty", "--message=Go on")
      clone.git("switch", "--quiet", "b")
      await soon()
      clone.git("switch", "--quiet", "a")
    },
  ]
}

test(`after ${steps} changes every page is right, and nothing is left when it is killed`, async () => {
  const { child, site, said, status } = await develop(await freePort())
  await vi.waitFor(async () => expect(await status("/posts/p1/"), said()).toBe(200), {
    timeout: 240_000,
    interval: 200,
  })
  const random = randomFrom(20_260_105)
  const all = stepsOf(random)
  for (let number = 0; number < steps; number++) {
    await all[Math.floor(random() * all.length)]?.(number)
    await pause(random() * 300)
    if (child.exitCode !== null) throw new Error(`Unexpected end after step ${number}\n${said()}`)
  }
  const expected = await fresh()
  expect(expected.problems).toEqual([])
  await vi.waitFor(async () => expect(await writtenIn(clone.root), said()).toEqual(expected), {
    timeout: 120_000,
    interval: 200,
  })

  await vi.waitFor(async () => expect(await listed(site)).toEqual(expected.slugs.toSorted()), {
    timeout: 120_000,
    interval: 200,
  })
  for (const slug of expected.slugs) {
    const [text = ""] = /(?<=\n)It is .*(?=\n$)/.exec(await clone.read(fileOf(slug))) ?? []
    const answer = await fetch(`${site}/posts/${slug}/`)
    expect(answer.status, slug).toBe(200)
    if (text !== "") expect(await answer.text()).toContain(text)
  }
  for (const slug of ["of-b", "short-1", "never"]) {
    if (!expected.slugs.includes(slug)) expect(await status(`/posts/${slug}/`)).toBe(404)
  }
  await killAll(child, site)
})

test("a port that is taken is told in a sentence", async () => {
  const taken = createServer().listen(0, "localhost")
  await once(taken, "listening")
  const { port } = taken.address() as AddressInfo
  const { child, said } = await develop(port)
  const [code] = (await once(child, "close")) as [number]
  taken.close()
  expect(code).toBe(1)
  expect(said().trim()).toBe(
    `Unexpected program on port ${port} of localhost, expected a free one: stop it, or say PORT=${port + 1} npm run dev`,
  )
})

/** The slugs that the list of posts leads to. */
async function listed(site: string) {
  const page = await (await fetch(`${site}/posts/`)).text()
  const [main = ""] = /<main>.*?<\/main>/s.exec(page) ?? []
  return [
    ...new Set([...main.matchAll(/href="\/posts\/([^/"]+)\/"/g)].map(([, slug]) => slug)),
  ].toSorted((a = "", b = "") => (a < b ? -1 : 1))
}

/** What a development server that is started now would write. */
async function fresh() {
  const root = await mkdtemp(join(tmpdir(), "partwise-fresh-"))
  execFileSync("cp", ["-a", join(clone.root, "content"), root]) // with the times of the files
  vi.stubEnv("SITE_ENV", "development")
  const reader = new Reader(root, { compile: true })
  const content = await reader.read()
  const writer = createWriter(root, originalImages(root), (path) => reader.compiledOf(path))
  await reportProblems(root, await checkContent(content))
  const { frameOf } = await prepareComponents(root, content)
  await writer.write(content, frameOf)
  await reader.close()
  vi.unstubAllEnvs()
  return writtenIn(root)
}

/** What pages are made from: the index, and the body of each post. */
async function writtenIn(root: string) {
  const read = async (file: string) => {
    const text = await readFile(join(root, ".partwise", file), "utf8")
    // The name of a script has to do with the folder that it is bundled in.
    return JSON.parse(text.replaceAll(/(\/components\/[\w-]+)-\w{8}\.js/g, "$1.js")) as unknown
  }
  const index = (await read("index.json")) as { posts: { slug: string }[] }
  const slugs = index.posts.map(({ slug }) => slug)
  const bodies = await Promise.all(slugs.map((slug) => read(`bodies/posts/${slug}.json`)))
  return { slugs, index, bodies, problems: await read("problems.json") }
}
