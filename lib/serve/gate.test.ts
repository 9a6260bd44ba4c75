import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { formatShare } from "./share"
import { createWorkshop } from "../testing/build"
import { requestFor, serve, statusOf } from "../testing/client"
import { nextPage } from "../testing/pages"

const secret = "a long secret of the author"
const canary = "QUOKKA"
const hour = 3_600_000

const workshop = await createWorkshop()
let site: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  await workshop.deliver({
    pages: {
      "/": nextPage({ title: canary }),
      "/posts/a": nextPage({ title: canary }),
      "/posts/a/guest": nextPage({ title: "A", body: "For a guest" }),
      "/posts/a/other": nextPage({ title: canary }),
      "/posts/ab": nextPage({ title: canary }),
    },
    assets: { "a.css": `/* ${canary} */` },
    files: {
      "posts/a/index.md": canary,
      "picture.svg": `<svg>${canary}</svg>`,
      "icon.svg": "<svg/>",
    },
    notFound: nextPage({ title: canary }),
    settings: { unlisted: true },
  })
  site = await serve(workshop.dist, { secret })
})
afterAll(async () => {
  await site.stop()
  await workshop.remove()
})

const keyFor = (address: string, expires = Date.now() + hour, by = secret) =>
  formatShare({ scope: `preview.test${address}`, expires }, by)

/** The cookie that a browser has after it has followed a link. */
async function cookieFrom(path: string): Promise<string> {
  const { headers } = await site.ask(path)
  return String(headers["set-cookie"]?.[0]?.split(";")[0])
}

const addresses = [
  "/",
  "/posts/a/",
  "/nothing/",
  "/_next/static/a.css",
  "/picture.svg",
  "/icon.svg",
]
/** They are no addresses, but there is a client that asks for each. */
const odd = ["//", "//[", "/..%2f", "http://localhost"]
/** One reading of an address opens `/healthz` and another does not: that must be one and the same. */
const nearHealth = [
  "/x/../healthz",
  "/x/%2e%2e/healthz",
  "/x/%2E./healthz",
  "/x/..%2fhealthz",
  "/./healthz",
  "/%2e/healthz",
  "/healthz#x",
  "/healthz/",
  "/healthz/.",
  "/healthz/x/..",
  "//healthz",
  "/healthz%23",
  "/healthz%3f",
  "/healthz;x",
  "/posts/../healthz",
  "http://localhost/x/../healthz",
  "HTTP://LOCALHOST/./healthz#",
]

test.each([...addresses, ...odd, ...nearHealth])(
  "without a link %s says only that the preview is private",
  async (path) => {
    const raw = await site.say(requestFor(path))
    expect(statusOf(raw)).toBe(401)
    expect(raw).not.toContain(canary)
    for (const encoding of ["identity", "br"]) {
      const { status, headers, body } = await site.ask(path, { "Accept-Encoding": encoding })
      expect(status).toBe(401)
      expect(headers["cache-control"]).toBe("no-store")
      expect(headers["x-robots-tag"]).toBe("noindex, nofollow")
      expect(body.toString()).toContain("This preview is private")
      expect(body.toString()).not.toContain(canary)
    }
  },
)

test.each(["*", "http://[/", "/%00", "/\\"])(
  "%s is no address, and opens nothing",
  async (path) => {
    const answer = await site.say(requestFor(path))
    expect(statusOf(answer)).toBe(400)
    expect(answer).not.toContain(canary)
  },
)

test("its health can be asked for", async () => {
  expect((await site.ask("/healthz")).status).toBe(200)
})

test("a link leads to its page, whose address then holds no key", async () => {
  const { status, headers } = await site.ask(`/posts/a/?b=1&share=${keyFor("/posts/a/")}`)
  expect(status).toBe(303)
  expect(headers.location).toBe("/posts/a/?b=1")
  expect(headers["set-cookie"]?.[0]).toMatch(
    /^share-[0-9a-f]{12}=\S+; Path=\/; Max-Age=3(?:600|599); HttpOnly; SameSite=Lax; Secure$/,
  )
})

test("a link leads to no other host", async () => {
  const { headers } = await site.ask(`//example.org/?share=${keyFor("/")}`)
  expect(headers.location).toBe("/example.org/")
})

test("a link opens its own scope, and what all pages share", async () => {
  const cookie = await cookieFrom(`/posts/a/?share=${keyFor("/posts/a/")}`)
  const ask = (path: string) => site.ask(path, { Cookie: `other=1; ${cookie}` })

  const page = await ask("/posts/a/")
  expect(page.status).toBe(200)
  expect(page.body.toString()).toContain("For a guest")
  expect(page.body.toString()).not.toContain(canary)
  expect(page.headers["cache-control"]).toBe("private, max-age=0, must-revalidate")
  const style = await ask("/_next/static/a.css")
  expect(style.status).toBe(200)
  expect(style.headers["cache-control"]).toBe("private, max-age=31536000, immutable")
  expect((await ask("/posts/a")).status).toBe(308)
  expect((await ask("/icon.svg")).status).toBe(200)

  for (const path of ["/", "/posts/ab/", "/picture.svg", "/posts/a/../ab/", "/nothing/"]) {
    expect((await ask(path)).status, path).toBe(401)
  }
  // What is made for who may see everything names other drafts.
  expect((await ask("/posts/a/index.md")).status).toBe(404)
  const asText = await site.ask("/posts/a/", { Cookie: cookie, Accept: "text/markdown" })
  expect(asText.body.toString()).toContain("For a guest")
})

test("what a link to one post opens names no other draft, also where there is nothing", async () => {
  const cookie = await cookieFrom(`/posts/a/?share=${keyFor("/posts/a/")}`)
  for (const path of ["/posts/a/nope/", "/posts/a/other/", "/posts/a/404.html", "/posts/a/%20"]) {
    const { status, body } = await site.ask(path, { Cookie: cookie })
    expect(status, path).toBe(404)
    expect(body.toString(), path).toBe("Not Found")
  }
})

test("a link to the whole preview opens it all", async () => {
  const cookie = await cookieFrom(`/?share=${keyFor("/")}`)
  for (const path of ["/", "/posts/a/", "/posts/ab/", "/picture.svg"]) {
    expect((await site.ask(path, { Cookie: cookie })).status, path).toBe(200)
  }
  for (const path of ["/nothing/", "//posts/a/", "//["]) {
    expect((await site.ask(path, { Cookie: cookie })).status, path).toBe(404)
  }
})

test.each([
  ["another secret's", () => keyFor("/", undefined, "guess")],
  ["an altered", () => keyFor("/posts/ab/").replace(/\.[^.]+\./, `.${btoa("/posts/a/")}.`)],
  ["another page's", () => keyFor("/posts/ab/")],
  ["no", () => ""],
])("%s key does not open a page", async (_whose, key) => {
  const { status, headers, body } = await site.ask(`/posts/a/?share=${key()}`)
  expect(status).toBe(403)
  expect(headers["set-cookie"]).toBeUndefined()
  expect(body.toString()).toContain("does not open this page")
})

test("an expired link says so, and so does a cookie that outlives its time", async () => {
  const { status, body } = await site.ask(`/?share=${keyFor("/", Date.now() - 1)}`)
  expect(status).toBe(403)
  expect(body.toString()).toContain("has expired")

  const cookie = await cookieFrom(`/?share=${keyFor("/")}`)
  vi.useFakeTimers({ now: Date.now() + 2 * hour, toFake: ["Date"] })
  try {
    const late = await site.ask("/", { Cookie: cookie })
    expect(late.status).toBe(403)
    expect(late.body.toString()).not.toContain(canary)
  } finally {
    vi.useRealTimers()
  }
})
