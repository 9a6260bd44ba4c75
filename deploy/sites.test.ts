import { afterAll, beforeAll, expect, test } from "vitest"
import { formatShare } from "../lib/serve/share"
import { createScene, type Scene } from "./testing/scene"

let scene: Scene
let ask: Awaited<ReturnType<Scene["serve"]>>
beforeAll(async () => {
  // As an image does, it holds a preview where the live site is.
  scene = await createScene({ build: "SITE_ENV=preview node build.mjs" })
  ask = await scene.serve({ PREVIEW_SECRET: "secret" })
  await scene.commit({ title: "drafts" })
  await scene.push()
})
afterAll(() => scene.remove())

const linkTo = (host: string) =>
  `/?share=${formatShare({ scope: `${host}/`, expires: Date.now() + 60_000 }, "secret")}`

test("a live site that was built as a preview is private too, whatever host is asked for", async () => {
  for (const host of ["blog.test", "localhost:3000", "10.0.0.1"]) {
    const { status, body } = await ask("/", host)
    expect(status).toBe(401)
    expect(String(body)).not.toContain("drafts")
  }
  expect((await ask("/healthz")).status).toBe(200)
})

test("the gate and the server judge one address", async () => {
  for (const path of ["/x/../healthz", "/x/%2e%2e/healthz", "/./healthz", "/healthz#x"]) {
    const { status, body } = await ask(path)
    expect(status, path).toBe(401)
    expect(String(body)).not.toContain("drafts")
  }
})

test("an address that names its host is one of that host", async () => {
  const { status } = await ask("http://nothing.preview.test/", "blog.test")
  expect(status).toBe(404)
})

test("a link to it opens it, and one to another preview does not", async () => {
  const { status, headers } = await ask(linkTo("blog.test"))
  expect(status).toBe(303)
  expect(headers["set-cookie"]?.[0]).toMatch(/^share-/)
  expect((await ask(linkTo("other.preview.test"))).status).toBe(403)
})
