import { readdir, utimes, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { formatShare } from "../lib/serve/share"
import { createScene, titleOf, type Scene } from "./testing/scene"

let scene: Scene
let ask: Awaited<ReturnType<Scene["serve"]>>
beforeAll(async () => {
  scene = await createScene()
  ask = await scene.serve()
})
afterAll(() => scene.remove())

/** The title of the home page that a host shows. */
const home = async (host?: string) => titleOf(await ask("/", host))

test("before the first push, the live site says to come back", async () => {
  const { status, headers } = await ask("/")
  expect(status).toBe(503)
  expect(headers["retry-after"]).toBe("60")
})

test("a push of the main branch is live, and the author is told where", async () => {
  await scene.commit({ title: "one" })
  const { code, said } = await scene.push()
  expect(code).toBe(0)
  expect(said).toMatch(/remote: Installing dependencies …/)
  expect(said).toMatch(/remote: Built in \d+\.\d s; the whole output is in \S+\/logs\/1$/m)
  expect(said).toMatch(/remote: Release 1 is at http:\/\/blog\.test\/$/m)
  await expect.poll(() => home()).toBe("one")
  expect(String((await ask("/")).body)).toContain("production http://blog.test/")
})

test("a push of another branch is a preview, and goes with its branch", async () => {
  await scene.git("switch", "--quiet", "--create", "Draft/Größe")
  await scene.commit({ title: "draft" })
  const { said } = await scene.push("Draft/Größe")
  expect(said).not.toContain("Installing")
  expect(said).toMatch(/Release 2 is at http:\/\/draft-grosse\.preview\.test\/$/m)
  expect(await home("draft-grosse.preview.test")).toBe("draft")
  expect(await home("DRAFT-grosse.preview.test:8080")).toBe("draft")
  const { headers, body } = await ask("/", "draft-grosse.preview.test")
  expect(headers["x-robots-tag"]).toBe("noindex, nofollow")
  expect(String(body)).toContain("preview http://draft-grosse.preview.test/")
  expect(await home()).toBe("one")

  await scene.git("switch", "--quiet", "main")
  expect((await scene.push(":Draft/Größe")).said).toContain("The preview is gone with its branch.")
  await expect.poll(async () => (await ask("/", "draft-grosse.preview.test")).status).toBe(404)
})

test.each(["nothing.preview.test", "preview.test", "a.b.preview.test", "..preview.test"])(
  "there is no preview at %s",
  async (host) => {
    const { status, headers } = await ask("/", host)
    expect(status).toBe(404)
    expect(headers["cache-control"]).toBe("no-store")
  },
)

test("a broken post on main: the push succeeds, the live site stays, the author sees the place", async () => {
  const problem = "content/posts/a/index.mdx:3:1: Unexpected field tilte (field-unknown)"
  await scene.commit({ title: "broken", problem })
  const { code, said } = await scene.push()
  expect(code).toBe(0)
  expect(said).toContain(`remote: | ${problem}`)
  expect(said).not.toContain("exit code")
  expect(said).toContain("Not published: http://blog.test/ stays at release 1.")
  expect(await home()).toBe("one")
})

test("a changed lockfile installs anew, and the former dependencies are still there", async () => {
  const install = /Installing dependencies/
  await scene.commit({ title: "locked" }, { "package-lock.json": '{"a":1}' })
  expect((await scene.push()).said).toMatch(install)
  await scene.commit({ title: "back" }, { "package-lock.json": "{}" })
  expect((await scene.push()).said).not.toMatch(install)
  await expect.poll(() => home()).toBe("back")
})

test("readers of the former release still get its styles, and no more of it", async () => {
  expect(String((await ask("/_next/static/one.css")).body)).toBe("/* one */")
  expect(String((await ask("/_next/static/back.css")).body)).toBe("/* back */")
  expect((await ask("/_next/static/draft.css")).status).toBe(404)
})

test("rollback serves the release before; the next push goes on normally", async () => {
  const back = await scene.deploy("rollback")
  expect(back.said).toMatch(
    /^Release 5 \(\w{8}\) is at http:\/\/blog\.test\/ until the next push$/m,
  )
  await expect.poll(() => home()).toBe("locked")
  expect(String((await ask("/_next/static/back.css")).body)).toBe("/* back */")
  expect((await scene.deploy("releases")).said).toMatch(/^ {2}6 .*\n\* 5 .*\n {2}1 /m)
  expect(await scene.deploy("rollback", "4")).toEqual({
    code: 1,
    said: "Unexpected release 4, expected one of 1, 5, 6\n",
  })

  await scene.commit({ title: "next" })
  await scene.push()
  await expect.poll(() => home()).toBe("next")
})

test("a clock that jumps changes nothing: releases go by their numbers", async () => {
  const { live } = scene.places
  for (const name of await readdir(join(live, "releases"))) {
    const folder = join(live, "releases", name)
    await writeFile(join(folder, "later"), "")
    for (const path of [folder, join(folder, ".site.json")]) {
      await utimes(path, new Date("2099-01-01"), new Date("2099-01-01"))
    }
  }
  await scene.commit({ title: "after" })
  await scene.push()
  await expect.poll(() => home()).toBe("after")
  await scene.deploy("rollback")
  await expect.poll(() => home()).toBe("next")
})

test("the last five releases stay, and nothing else of a build", async () => {
  for (const title of ["x", "y"]) {
    await scene.commit({ title })
    await scene.push()
  }
  expect(
    (await readdir(join(scene.places.live, "releases"))).map(Number).sort((a, b) => a - b),
  ).toEqual([6, 8, 9, 11, 12])
  expect(await readdir(scene.places.builds)).toEqual([])
  expect(await readdir(scene.places.previews)).toEqual([])
})

test("with a secret, previews open to who has a link, and the live site to everybody", async () => {
  const askPrivate = await scene.serve({ PREVIEW_SECRET: "secret" })
  await scene.push("main:hidden")
  const host = "hidden.preview.test"
  for (const path of ["/", "/_next/static/y.css", "/large.bin", "/nothing"]) {
    expect((await askPrivate(path, host)).status).toBe(401)
  }
  const key = formatShare({ scope: `${host}/`, expires: Date.now() + 60_000 }, "secret")
  const { status, headers } = await askPrivate(`/?share=${key}`, `${host}:8080`)
  expect(status).toBe(303)
  expect(headers["set-cookie"]?.[0]).toContain("HttpOnly")
  expect((await askPrivate("/")).status).toBe(200)

  await scene.push("main:other")
  const elsewhere = await askPrivate(`/?share=${key}`, "other.preview.test")
  expect(elsewhere.status).toBe(403)
  expect(String(elsewhere.body)).toContain("This link does not open this page")
  await scene.push(":hidden", ":other")
})

test("a name that Git would take for another branch too is refused, and can be deleted", async () => {
  const { places } = scene
  const { code, said } = await scene.push("main:refs/heads/refs/heads/main")
  expect(code).toBe(1)
  expect(said).toContain(
    "Unexpected name refs/heads/refs/heads/main, expected one that Git can tell",
  )
  const git = ["--git-dir", places.repository]
  await scene.git(...git, "update-ref", "refs/heads/refs/heads/old", "HEAD")
  expect((await scene.push(":refs/heads/refs/heads/old")).code).toBe(0)
  expect((await scene.push("main")).code).toBe(0)
  expect((await scene.push("main:feature/refs/a")).code).toBe(0)
  await scene.push(":feature/refs/a")
})

test("a tag builds nothing", async () => {
  await scene.git("tag", "v1")
  expect((await scene.push("v1")).said).not.toMatch(/Building|Release/)
})

test("a branch that was never pushed cannot be built", async () => {
  const said = "Not built: there is no branch atention.\n"
  expect(await scene.deploy("build", "atention")).toEqual({ code: 1, said })
})

test("a command that does not exist shows those that do", async () => {
  const { code, said } = await scene.deploy("rollbck")
  expect(code).toBe(2)
  expect(said).toContain("rollback [number]")
})
