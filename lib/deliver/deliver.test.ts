import { afterEach, beforeEach, expect, test } from "vitest"
import { policyOf } from "./policy"
import { createWorkshop, type MadeUp } from "../testing/build"
import { allowedBy, hashesIn } from "../testing/client"
import { nextPage } from "../testing/pages"

let workshop: Awaited<ReturnType<typeof createWorkshop>>
beforeEach(async () => {
  workshop = await createWorkshop()
})
afterEach(() => workshop.remove())

const svg = `<svg xmlns="http://www.w3.org/2000/svg"/>`
const build: MadeUp = {
  pages: {
    "/": nextPage({ title: "Home" }),
    "/posts/a": nextPage({
      title: "A",
      body: `<p style="color:red"><img src="https://b.example/b.png"></p>`,
    }),
  },
  routes: {
    "/addresses.json": { type: "application/json", content: `{"a":1}` },
    "/feed.xml": { type: "application/rss+xml", content: "<rss/>" },
    "/posts/a/pic.png": { type: "image/png", content: Buffer.from([0x89, 0x50]) },
  },
  assets: { "chunks/a.css": "a{}", "chunks/a.js": "a()", "media/a.woff2": "font" },
  files: { "robots.txt": "User-agent: *", "enhance/enhance-A.js": "b()", "icons/é.svg": svg },
}

/** A file with its compressed forms. */
const forms = (path: string) => [path, `${path}.br`, `${path}.gz`]

test("the finished site is complete", async () => {
  await workshop.deliver(build)
  expect(await workshop.files()).toEqual(
    [
      ".site.json",
      "_headers",
      "_redirects",
      ...forms("404.html"),
      ...forms("_next/static/chunks/a.css"),
      "_next/static/media/a.woff2",
      ...forms("addresses.json"),
      ...forms("enhance/enhance-A.js"),
      ...forms("feed.xml"),
      ...forms("icons/é.svg"),
      ...forms("index.html"),
      ...forms("posts/a/index.html"),
      "posts/a/pic.png",
      ...forms("robots.txt"),
    ].sort(),
  )
})

test("a client component, which would never wake, is refused", async () => {
  const clientModules = ["[project]/app/stepper.tsx"]
  await expect(workshop.deliver({ ...build, clientModules })).rejects.toThrow(
    "/[page]: Unexpected client component [project]/app/stepper.tsx, expected a custom element: no script of Next.js is delivered",
  )
})

test("the manifest says what each file is", async () => {
  await workshop.deliver(build)
  const { files, base, secure, unlisted, redirects, running } = await workshop.manifest()

  expect({ base, secure, unlisted, redirects, running }).toEqual({
    base: "",
    secure: true,
    unlisted: false,
    redirects: {},
    running: [],
  })
  const rows = Object.entries(files).map(([address, file]) => [
    address,
    file.path,
    file.type,
    file.immutable,
    file.policy !== undefined,
  ])
  const html = "text/html; charset=utf-8"
  expect(rows).toEqual([
    ["/", "index.html", html, false, true],
    ["/404.html", "404.html", html, false, true],
    [
      "/_next/static/chunks/a.css",
      "_next/static/chunks/a.css",
      "text/css; charset=utf-8",
      true,
      false,
    ],
    ["/_next/static/media/a.woff2", "_next/static/media/a.woff2", "font/woff2", true, false],
    ["/addresses.json", "addresses.json", "application/json; charset=utf-8", false, false],
    [
      "/enhance/enhance-A.js",
      "enhance/enhance-A.js",
      "text/javascript; charset=utf-8",
      true,
      false,
    ],
    ["/feed.xml", "feed.xml", "application/rss+xml", false, false],
    ["/icons/é.svg", "icons/é.svg", "image/svg+xml", false, false],
    ["/posts/a/", "posts/a/index.html", html, false, true],
    ["/posts/a/pic.png", "posts/a/pic.png", "image/png", false, false],
    ["/robots.txt", "robots.txt", "text/plain; charset=utf-8", false, false],
  ])
})

test("each page's policy is what its own scripts and pictures need", async () => {
  await workshop.deliver(build)
  const { files } = await workshop.manifest()
  for (const { path, policy } of Object.values(files).filter((file) => file.policy)) {
    const html = (await workshop.read(path)).toString()
    expect([...allowedBy(policy)].sort()).toEqual([...hashesIn(html)].sort())
  }
  expect(files["/posts/a/"]?.policy).toContain("img-src 'self' data: https://b.example;")
  expect(files["/"]?.policy).not.toContain("b.example")
})

test("hosts get one policy for all pages, and lifetimes by folder", async () => {
  await workshop.deliver(build)
  const { files } = await workshop.manifest()
  const scriptHashes = [...new Set(["/", "/posts/a/"].flatMap((a) => allowedBy(files[a]?.policy)))]
  const policy = policyOf({
    scriptHashes: scriptHashes.sort(),
    imageOrigins: ["https://b.example"],
    frameOrigins: [],
    forms: false,
    styleAttributes: true,
  })
  expect((await workshop.read("_headers")).toString()).toBe(`/*
  Content-Security-Policy: ${policy}
  X-Content-Type-Options: nosniff
  Strict-Transport-Security: max-age=63072000
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()
  Cross-Origin-Opener-Policy: same-origin

/_next/static/*
  Cache-Control: public, max-age=31536000, immutable

/enhance/*
  Cache-Control: public, max-age=31536000, immutable

/components/*
  Cache-Control: public, max-age=31536000, immutable

/images/*
  Cache-Control: public, max-age=31536000, immutable

/feed.json
  Content-Type: application/feed+json; charset=utf-8

/series/:id/feed.json
  Content-Type: application/feed+json; charset=utf-8

/tags/:tag/feed.json
  Content-Type: application/feed+json; charset=utf-8
`)
})

test("an earlier address leads on, with and without its slash, below the base", async () => {
  const redirects = [
    { from: "/posts/old%3F/", to: "/posts/a/" },
    { from: "/%D1%8F+b/", to: "/posts/%C3%A9/" },
  ]
  const settings = { url: "http://example.org/blog", base: "/blog", redirects }
  await workshop.deliver({
    pages: { "/": nextPage({ base: "/blog" }) },
    notFound: nextPage({ base: "/blog" }),
    settings,
  })

  expect((await workshop.read("_redirects")).toString())
    .toBe(`/blog/posts/old%3F/ /blog/posts/a/ 301
/blog/posts/old%3F /blog/posts/a/ 301
/blog/posts/old%3F/index.html /blog/posts/a/ 301
/blog/%D1%8F+b/ /blog/posts/%C3%A9/ 301
/blog/%D1%8F+b /blog/posts/%C3%A9/ 301
/blog/%D1%8F+b/index.html /blog/posts/%C3%A9/ 301
`)
  expect(await workshop.files()).toEqual(
    expect.arrayContaining(["posts/old?/index.html", "я+b/index.html"]),
  )
  const page = (await workshop.read("я+b/index.html")).toString()
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/blog/posts/%C3%A9/">')
  expect(page).toContain('<link rel="canonical" href="http://example.org/blog/posts/%C3%A9/">')
  expect(page).toContain('<meta name="robots" content="noindex">')
  expect(page).toContain('<a href="/blog/posts/%C3%A9/">')
  expect(page).not.toContain("<script")

  const manifest = await workshop.manifest()
  expect(Object.keys(manifest.files)).toEqual(["/", "/404.html"]) // others send a real redirect
  expect(manifest.redirects).toEqual({ "/posts/old?/": "/posts/a/", "/я+b/": "/posts/%C3%A9/" })
  expect(manifest.secure).toBe(false)
  expect((await workshop.read("_headers")).toString()).toMatch(/^\/blog\/\*\n/)
  expect((await workshop.read("_headers")).toString()).toContain("\n/blog/series/:id/feed.json\n")
  expect((await workshop.read("_headers")).toString()).not.toContain("Strict-Transport")
})

test.each(["/posts/na%C3%AFve-%D1%8F%2Bb", "/posts/naïve-я+b"])(
  "%s, as Next.js may write it, is a folder that a reader can read",
  async (pathname) => {
    await workshop.deliver({
      pages: { [pathname]: nextPage() },
      routes: { [`${pathname}/pic.png`]: { type: "image/png", content: "" } },
    })
    expect(await workshop.files()).toContain("posts/naïve-я+b/index.html")
    expect(await workshop.files()).toContain("posts/naïve-я+b/pic.png")
    expect(Object.keys((await workshop.manifest()).files)).toContain("/posts/naïve-я+b/")
  },
)

test.each([
  [{ type: "text/plain", content: "é" }, "text/plain; charset=utf-8"],
  [{ type: "text/plain;charset=UTF-8", content: "é" }, "text/plain;charset=UTF-8"],
  [{ content: "é" }, "text/plain; charset=utf-8"],
])("a route that is no page has a type and a charset", async (route, type) => {
  await workshop.deliver({ routes: { "/llms.txt": route } })
  expect((await workshop.manifest()).files["/llms.txt"]?.type).toBe(type)
})

test("routes that a server has to run are listed, Next.js's own pages are not", async () => {
  await workshop.deliver({ running: ["/api/search", "/a/[...rest]", "/api/search.rsc"] })
  expect((await workshop.manifest()).running).toEqual(["/a/[...rest]", "/api/search"])
})

test("the report tells the kinds of pages and the heaviest ones", async () => {
  const report = await workshop.deliver(build)
  expect(report).toMatch(/^kind of page +pages +HTML +CSS +script$/m)
  expect(report).toMatch(/^\/\[page\] +2 +[\d.]+ \/ [\d.]+ /m)
  expect(report).toMatch(/^not found +1 +[\d.]+ /m)
  expect(report).toMatch(/^\/posts\/a\/ +[\d.]+ +[\d.]+$/m)
})
