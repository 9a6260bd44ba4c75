import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { hashOf, readManifest } from "../lib/deliver/manifest"
import { etagOf, type Answer } from "../lib/testing/client"
import { findProcess, isRunning } from "./process"
import { livingTickets } from "./queue"
import { findCurrent } from "./release"
import { createScene, titleOf, type Scene } from "./testing/scene"

/** How many builds are killed, each at a random moment. */
const kills = Number(process.env["KILLS"] ?? 5)
/** Milliseconds that a push takes here: a kill may come at any of them. */
let span: number

let scene: Scene
let ask: Awaited<ReturnType<Scene["serve"]>>
beforeAll(async () => {
  scene = await createScene()
  ask = await scene.serve()
  await scene.commit({ title: "v0", slow: 300 })
  const start = performance.now()
  await scene.push()
  span = performance.now() - start
})
afterAll(() => scene.remove())

/** What is wrong with an answer, if anything is: it has to be all of one release. */
function faultOf(path: string, { status, headers, body }: Answer): string | undefined {
  if (status !== 200) return `${path}: ${status} ${String(body)}`
  if (headers["content-length"] !== String(body.length)) return `${path}: cut off`
  return headers.etag === etagOf(body) ? undefined : `${path}: another ETag's content`
}

/** Opens a page and what it names, as a browser does. */
async function open(path: string): Promise<readonly (string | undefined)[]> {
  const page = await ask(path)
  const title = titleOf(page) ?? ""
  const style = await ask(`/_next/static/${title}.css`)
  const isOne = String(style.body) === `/* ${title} */`
  const mixed = isOne ? undefined : `${path}: styles of another release than ${title}`
  return [faultOf(path, page), faultOf(`${path} of ${title}, its styles`, style), mixed]
}

/** What a server that started now would not find: the current release, or files of any. */
async function faultsOnDisk(): Promise<readonly string[]> {
  const { live } = scene.places
  const folder = join(live, "releases")
  const faults = (await findCurrent(live)) ? [] : ["no current release"]
  for (const release of await readdir(folder)) {
    const manifest = await readManifest(join(folder, release)).catch(() => undefined)
    if (!manifest) faults.push(`${release}: no manifest`)
    for (const { path, forms } of Object.values(manifest?.files ?? {})) {
      const content = await readFile(join(folder, release, path)).catch(() => Buffer.alloc(0))
      if (hashOf(content) !== forms.identity?.hash) faults.push(`${release}: ${path}`)
    }
  }
  return faults
}

test(`${kills} builds are killed under readers who see whole pages of one release`, async () => {
  const faults: string[] = []
  let opened = 0
  const end = new AbortController()
  const read = async (path: string) => {
    while (!end.signal.aborted) {
      for (const fault of await open(path)) if (fault !== undefined) faults.push(fault)
      opened++
    }
  }
  const readers = ["/", "/about/", "/"].map(read)

  const moments: number[] = []
  for (let i = 1; i <= kills; i++) {
    await scene.commit({ title: `v${i}`, slow: 300, bytes: 10_000 })
    const push = scene.push()
    const moment = Math.floor(Math.random() * span)
    moments.push(moment)
    await pause(moment)
    for (const { pid } of await livingTickets(scene.places.queue)) kill(pid)
    await push
    expect(await livingTickets(scene.places.queue)).toEqual([])
    expect(await faultsOnDisk(), `killed after ${moments.join(", ")} ms`).toEqual([])
  }
  await scene.commit({ title: "last" })
  const { said } = await scene.push()
  await expect.poll(async () => titleOf(await ask("/"))).toBe("last")
  end.abort()
  await Promise.all(readers)

  const context = `killed after ${moments.join(", ")} ms`
  expect(faults, context).toEqual([])
  expect(opened).toBeGreaterThan(100)
  expect(said, context).toContain("is at http://blog.test/")
  expect(await readdir(scene.places.builds), context).toEqual([])
})

test("what a killed build still ran ends with the next one", async () => {
  await scene.commit({ title: "orphan", slow: 60_000 })
  const push = scene.push()
  await expect.poll(() => livingTickets(scene.places.queue)).toHaveLength(1)
  const [ticket] = await livingTickets(scene.places.queue)
  const group = join(scene.places.builds, String(ticket?.number), "group")
  const read = () => readFile(group, "utf8").catch(() => "")
  await expect.poll(read).toContain("\n")
  const orphan = findProcess(await read()) ?? { pid: 0 }
  kill(ticket?.pid ?? 0)
  expect(await isRunning(orphan)).toBe(true)

  await scene.commit({ title: "after" })
  await scene.push()
  await push
  await expect.poll(() => isRunning(orphan)).toBe(false)
})

/** Ends a process, unless it has ended between the look and now. */
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL")
  } catch (error) {
    expect(error).toMatchObject({ code: "ESRCH" })
  }
}
