import { afterAll, beforeAll, expect, test } from "vitest"
import { createWorkshop } from "../testing/build"
import { allowedBy, etagOf, hashesIn, serve } from "../testing/client"
import { drawingPolicy } from "../deliver/policy"
import { nextPage } from "../testing/pages"

let workshop: Awaited<ReturnType<typeof createWorkshop>>
let site: Awaited<ReturnType<typeof serve>>
const log: string[] = []
beforeAll(async () => {
  workshop = await createWorkshop()
  await workshop.deliver({
    pages: { "/": nextPage({ title: "Home" }), "/é/b": nextPage({ inline: "own()" }) },
    routes: { "/addresses.json": { type: "application/json", content: `{"a":1}` } },
    assets: { "chunks/a.css": "a{}", "media/a.woff2": "font" },
    files: { "robots.txt": "User-agent: *", "empty.txt": "", "pic.png": "png", "a.svg": "<svg/>" },
    notFound: nextPage({ title: "Not found", inline: "missing()" }),
    settings: { redirects: [{ from: "/old/%D1%8F/", to: "/%C3%A9/b/" }] },
  })
  site = await serve(workshop.dist, { log: (line) => log.push(line) })
})
afterAll(async () => {
  await site.stop()
  await workshop.remove()
})

test.each([
  ["/", "text/html; charset=utf-8", "index.html"],
  ["/%C3%A9/b/", "text/html; charset=utf-8", "é/b/index.html"],
  ["/e%CC%81/b/", "text/html; charset=utf-8", "é/b/index.html"],
  ["/addresses.json", "application/json; charset=utf-8", "addresses.json"],
  ["/_next/static/chunks/a.css", "text/css; charset=utf-8", "_next/static/chunks/a.css"],
  ["/_next/static/media/a.woff2", "font/woff2", "_next/static/media/a.woff2"],
  ["/robots.txt?a=1", "text/plain; charset=utf-8", "robots.txt"],
  ["/a.svg", "image/svg+xml", "a.svg"],
  ["/pic.png", "image/png", "pic.png"],
  ["/empty.txt", "text/plain; charset=utf-8", "empty.txt"],
])("GET %s is %s", async (path, type, file) => {
  const { status, headers, body } = await site.ask(path)
  const content = await workshop.read(file)

  expect(status).toBe(200)
  expect(body).toEqual(content)
  expect(headers).toMatchObject({
    "content-type": type,
    "content-length": String(content.length),
    etag: etagOf(content),
    "accept-ranges": "bytes",
  })
})

test.each(["/", "/pic.png", "/empty.txt", "/nothing", "/old/%D1%8F/", "/healthz", "/%"])(
  "HEAD %s has the headers of GET, and no body",
  async (path) => {
    const { date: _1, ...get } = (await site.ask(path)).headers
    const head = await site.ask(path, {}, "HEAD")
    const { date: _2, ...headers } = head.headers

    expect(headers).toEqual(get)
    expect(head.body).toHaveLength(0)
  },
)

test("a page has its headers", async () => {
  const { headers, body } = await site.ask("/%C3%A9/b/")
  expect(headers).toMatchObject({
    "cache-control": "public, max-age=0, must-revalidate",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": expect.stringContaining("camera=()") as unknown,
    "cross-origin-opener-policy": "same-origin",
    "strict-transport-security": "max-age=63072000",
  })
  const policy = headers["content-security-policy"]
  expect([...allowedBy(policy)].sort()).toEqual([...hashesIn(body.toString())].sort())
  expect(policy).toContain("frame-ancestors 'none'")
})

test("a drawing that is opened by itself runs nothing", async () => {
  const { headers } = await site.ask("/a.svg")
  expect(headers["content-security-policy"]).toBe(drawingPolicy)
  expect((await site.ask("/pic.png")).headers).not.toHaveProperty("content-security-policy")
})

test("a hashed file is kept for a year, and its answer depends on nothing where it has one form", async () => {
  const { headers } = await site.ask("/_next/static/media/a.woff2")
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable")
  expect(headers).not.toHaveProperty("vary")
  expect(headers).not.toHaveProperty("content-security-policy")
})

test.each([
  "/nothing",
  "/404.html",
  "/404",
  "/posts/constructor",
  "/__proto__",
  "/toString/",
  "/robots.txt/",
])("%s is not found, and says so with the page for it", async (path) => {
  const { status, headers, body } = await site.ask(path)
  expect(status).toBe(404)
  expect(body).toEqual(await workshop.read("404.html"))
  expect(headers["content-type"]).toBe("text/html; charset=utf-8")
  const policy = headers["content-security-policy"]
  expect([...allowedBy(policy)].sort()).toEqual([...hashesIn(body.toString())].sort())
  expect(headers).not.toHaveProperty("etag")
})

test("the 404 page is compressed, and neither cut into ranges nor fresh", async () => {
  const { status, headers } = await site.ask("/nothing", {
    "Accept-Encoding": "br",
    Range: "bytes=0-3",
    "If-None-Match": "*",
  })
  expect(status).toBe(404)
  expect(headers["content-encoding"]).toBe("br")
})

test.each([
  ["/old/%D1%8F/", "/%C3%A9/b/"],
  ["/old/%D1%8F", "/%C3%A9/b/"],
  ["/old/%D1%8F/index.html?a=1&b=%20?c", "/%C3%A9/b/?a=1&b=%20?c"],
  ["/%C3%A9/b", "/%C3%A9/b/"],
  ["/%C3%A9/b?", "/%C3%A9/b/"],
  ["/%C3%A9/b/index.html", "/%C3%A9/b/"],
  ["/%C3%A9/b/index.htm", "/%C3%A9/b/"],
  ["/%C3%A9/b///", "/%C3%A9/b/"],
  ["/index.html?a", "/?a"],
  ["//", "/"],
])("%s leads to %s", async (path, to) => {
  const { status, headers } = await site.ask(path)
  expect(status).toBe(308)
  expect(headers["location"]).toBe(to)
  // A browser asks again: what leads there today may lead back tomorrow.
  expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate")
})

test("/healthz says that all is well, and which build it serves", async () => {
  const { status, headers, body } = await site.ask("/healthz")
  const { version } = await workshop.manifest()
  expect(status).toBe(200)
  expect(JSON.parse(body.toString())).toEqual({ status: "ok", version })
  expect(headers["cache-control"]).toBe("no-store")
  expect(headers["content-type"]).toBe("application/json; charset=utf-8")
})

test.each(["/", "/nothing", "/healthz", "/robots.txt"])(
  "OPTIONS %s tells what may be asked",
  async (path) => {
    const { status, headers, body } = await site.ask(path, {}, "OPTIONS")
    expect(status).toBe(204)
    expect(headers["allow"]).toBe("GET, HEAD, OPTIONS")
    expect(body).toHaveLength(0)
  },
)

test.each(["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "PURGE"])(
  "%s is not allowed",
  async (method) => {
    for (const path of ["/", "/nothing", "/healthz", "/old/%D1%8F/"]) {
      const { status, headers, body } = await site.ask(path, {}, method)
      expect(status).toBe(405)
      expect(headers["allow"]).toBe("GET, HEAD, OPTIONS")
      expect(body.toString()).toBe("Method Not Allowed")
    }
  },
)

test("the log has a line for each request, with its address as it was asked", async () => {
  await site.ask("/robots.txt?a=%0a")
  await expect
    .poll(() => log.at(-1))
    .toMatch(/^- - - \[[\d\-T:.]+Z\] "GET \/robots\.txt\?a=%0a HTTP\/1\.1" 200 13$/)
})

test("the log holds no key of a link, however its name is written", async () => {
  await site.ask("/robots.txt?a=1&share=secret&%73hare=secret&b=share=1?")
  await expect
    .poll(() => log.at(-1))
    .toContain('"GET /robots.txt?a=1&share=…&%73hare=…&b=share=1? HTTP/1.1" 200')
})
