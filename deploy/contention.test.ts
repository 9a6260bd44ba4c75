import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { git } from "./git"
import { livingTickets } from "./queue"
import { createScene, titleOf, type Scene } from "./testing/scene"

let scene: Scene
let ask: Awaited<ReturnType<Scene["serve"]>>
beforeEach(async () => {
  scene = await createScene()
  ask = await scene.serve()
})
afterEach(() => scene.remove())

/** Waits until so many builds are under way or wait. */
const builds = (count: number) =>
  expect.poll(async () => (await livingTickets(scene.places.queue)).length).toBe(count)

test("a push during a build: the older build is given up, its author is told, the newest is live", async () => {
  await scene.commit({ title: "slow", slow: 30_000 })
  const slow = scene.push()
  await builds(1)
  await scene.commit({ title: "quick" })
  const quick = await scene.push()
  expect(quick.said).toContain("Release 2 is at http://blog.test/")
  expect((await slow).said).toContain("Given up: a newer state of main is being built as number 2.")
  await expect.poll(async () => titleOf(await ask("/"))).toBe("quick")
  expect(await readdir(join(scene.places.live, "releases"))).toEqual(["2"])
  expect(await readdir(scene.places.builds)).toEqual([])
})

test("pushes of one branch at once: its newest state is live, whichever was heard first", async () => {
  await scene.commit({ title: "first" })
  await scene.push()
  const pushes = []
  for (const title of ["second", "third", "fourth"]) {
    const commit = await scene.commit({ title, slow: 300 })
    pushes.push(scene.push(`${commit}:refs/heads/main`))
  }
  const said = await Promise.all(pushes)
  const tip = await scene.git("ls-remote", "server", "refs/heads/main")
  const last = await scene.git("log", "-1", "--format=%s", tip.split("\t")[0] ?? "")
  await expect.poll(async () => titleOf(await ask("/"))).toBe(last)
  expect(said.some((one) => one.said.includes("is at http://blog.test/"))).toBe(true)
})

test("of three branches pushed together two are built at a time, and all are", async () => {
  await scene.commit({ title: "all", slow: 500 })
  for (const name of ["a", "b"]) await scene.git("branch", name)
  const { said } = await scene.push("main", "a", "b")
  expect(said).toMatch(/remote: \w+: Waiting for another build to end …/)
  expect(said).toMatch(/remote: main: Release \d is at http:\/\/blog\.test\/$/m)
  expect(said).toMatch(/remote: b: Release \d is at http:\/\/b\.preview\.test\/$/m)
  for (const host of ["blog.test", "a.preview.test", "b.preview.test"]) {
    expect(titleOf(await ask("/", host))).toBe("all")
  }
})

test("a branch that is deleted while it is built leaves nothing", async () => {
  await scene.commit({ title: "gone", slow: 30_000 })
  const push = scene.push("main:gone")
  // From then on it has looked up the branch.
  await expect.poll(() => readdir(scene.places.logs).catch(() => [])).toEqual(["1"])
  await scene.push(":gone")
  expect((await push).said).toContain("Given up")
  expect(await readdir(scene.places.previews)).toEqual([])
  expect((await ask("/", "gone.preview.test")).status).toBe(404)
})

test("odd branches, pushed together, have hosts of their own and folders below one", async () => {
  await scene.commit({ title: "live" })
  await scene.push()
  const odd = ["live", "Draft/a", "draft-a", "draft/a", "注意", "feature/💥", "@"]
  const refs: string[] = []
  for (const [i, name] of odd.entries()) {
    refs.push(`${await scene.commit({ title: `t${i}` })}:refs/heads/${name}`)
  }
  const { said } = await scene.push(...refs)
  const hosts = odd.map((name) => {
    const line = said.split("\n").find((one) => one.startsWith(`remote: ${name}: Release`))
    return /is at http:\/\/([a-z0-9-]{1,63}\.preview\.test)\/$/.exec(line ?? "")?.[1]
  })
  expect(new Set(hosts).size, said).toBe(odd.length)
  for (const [i, host] of hosts.entries()) expect(titleOf(await ask("/", host))).toBe(`t${i}`)
  expect(titleOf(await ask("/"))).toBe("live")
  const labels = hosts.map((host) => host?.split(".")[0])
  expect(new Set(await readdir(scene.places.previews))).toEqual(new Set(labels))
})

test("Git refuses branches that climb, hide or end a name", async () => {
  const commit = await scene.commit({ title: "odd" })
  await scene.push()
  const refused = [
    "../x",
    "a/../x",
    ".git",
    ".hidden",
    "a/.b",
    "x.lock",
    "a..b",
    "a b",
    "a\\b",
    "/",
  ]
  for (const name of refused) {
    const args = ["update-ref", `refs/heads/${name}`, commit]
    await expect(git(scene.places.repository, args), name).rejects.toThrow(
      /refus|invalid|bad name/i,
    )
  }
  expect(await readdir(scene.places.previews).catch(() => [])).toEqual([])
})
