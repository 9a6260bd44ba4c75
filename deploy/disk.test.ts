import { execFile } from "node:child_process"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createScene, titleOf, type Scene } from "./testing/scene"

const run = promisify(execFile)

/** A small disk of its own where this machine lets us make one; else files that cannot grow. */
let disk: string
let isMounted = false
let scene: Scene
let ask: Awaited<ReturnType<Scene["serve"]>>

/** Octets that one build writes and the disk has no room for. */
const tooMany = 24 * 1024 * 1024
const blocks = (8 * 1024 * 1024) / 512

beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), "partwise-disk-"))
  const mount = run("mount", ["-t", "tmpfs", "-o", "size=16m", "partwise", disk])
  isMounted = await mount.then(
    () => true,
    () => false,
  )
  const build = isMounted ? "node build.mjs" : `ulimit -f ${blocks} && node build.mjs`
  scene = await createScene({ build }, disk)
  ask = await scene.serve()
})
afterAll(async () => {
  await scene.remove()
  if (isMounted) await run("umount", [disk])
  await rm(disk, { recursive: true })
})

test("a full disk: the live site stays, the author is told, and the next build finds room", async () => {
  await scene.commit({ title: "small" })
  await scene.push()
  await expect.poll(async () => titleOf(await ask("/"))).toBe("small")

  await scene.commit({ title: "large", bytes: tooMany / "large".length })
  const { code, said } = await scene.push()
  expect(code).toBe(0)
  expect(said).toMatch(/ENOSPC|EFBIG|exit code undefined/)
  expect(said).toContain("Not published: http://blog.test/ stays at release 1.")
  expect(titleOf(await ask("/"))).toBe("small")
  expect(String((await ask("/_next/static/small.css")).body)).toBe("/* small */")
  expect(await readdir(scene.places.builds)).toEqual([])

  await scene.commit({ title: "again" })
  expect((await scene.push()).said).toContain("Release 3 is at")
  await expect.poll(async () => titleOf(await ask("/"))).toBe("again")
})
