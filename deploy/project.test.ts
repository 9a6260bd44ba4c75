import { execFileSync } from "node:child_process"
import { cp, mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { dependenciesKey, linkFolder } from "./dependencies"
import { createScene, titleOf, type Scene } from "./testing"

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 }) // whatever else the machine is doing

// The project itself, built by its own commands: what the other tests have a stand-in for.

const post = `---
title: Wombat
description: Not yet for everybody.
date: 2024-01-01
draft: true
---

Text.
`

let scene: Scene
let ask: Awaited<ReturnType<Scene["serve"]>>
beforeAll(async () => {
  scene = await createScene({ install: "false", build: "node lib/cli/run.mjs build" })
  ask = await scene.serve()
  const listed = execFileSync("git", ["ls-files", "-z", "-c", "-o", "--exclude-standard"])
  for (const file of listed.toString().split("\0").filter(isOfProject)) {
    await mkdir(dirname(join(scene.work, file)), { recursive: true })
    await cp(file, join(scene.work, file))
  }
  const kept = join(scene.places.dependencies, await dependenciesKey(process.cwd()))
  await mkdir(kept, { recursive: true })
  await linkFolder("node_modules", join(kept, "node_modules"))
})
afterAll(() => scene.remove())

const isOfProject = (file: string) =>
  /^(?:app|components|content|enhance|lib|public)\/|^[^/]+$/.test(file) &&
  !file.endsWith(".test.ts")

async function commitPost(text: string): Promise<void> {
  const file = join(scene.work, "content/posts/wombat/index.mdx")
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  await scene.git("add", ".")
  await scene.git("commit", "--quiet", "--message", "wombat")
}

test("a push of the project is its live site, without drafts", async () => {
  await commitPost(post)
  const { said } = await scene.push()
  expect(said).toContain("Release 1 is at http://blog.test/")
  const page = await ask("/")
  expect(page.status).toBe(200)
  expect(String(page.body)).toContain('href="http://blog.test/')
  const [style] = /\/_next\/static\/[^"]+\.css/.exec(String(page.body)) ?? []
  expect((await ask(style ?? "/none")).headers["cache-control"]).toContain("immutable")
  expect((await ask("/posts/wombat/")).status).toBe(404)
  expect((await ask("/healthz")).status).toBe(200)
})

test("a broken post on the main branch: the author sees its line, readers see no change", async () => {
  const before = titleOf(await ask("/"))
  await commitPost(post.replace("title:", "tilte:"))
  const { code, said } = await scene.push()
  expect(code).toBe(0)
  expect(said).toMatch(/^remote: content\/posts\/wombat\/index\.mdx:2:1: Unexpected field tilte/m)
  expect(said).toContain("Not published: http://blog.test/ stays at release 1.")
  expect(titleOf(await ask("/"))).toBe(before)
})
