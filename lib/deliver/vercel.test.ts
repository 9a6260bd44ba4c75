import { join } from "node:path"
import { normalizeRoutes, routesSchema, type Route } from "@vercel/routing-utils"
import { afterEach, beforeEach, expect, test } from "vitest"
import { vercelConfigOf } from "./vercel"
import { createWorkshop, type MadeUp } from "../testing/build"
import { ask, serve, type Answer } from "../testing/client"
import { nextPage } from "../testing/pages"
import { serveVercelOutput } from "../testing/vercel"

let workshop: Awaited<ReturnType<typeof createWorkshop>>
beforeEach(async () => {
  workshop = await createWorkshop()
})
afterEach(() => workshop.remove())

/** A site with one of everything. */
const buildAt = (base: string): MadeUp => ({
  pages: {
    "/": nextPage({ base }),
    "/about": nextPage({ base }),
    "/posts/сеть": nextPage({ base, body: `<p style="color:red">a</p>` }),
    "/posts/pictures": nextPage({ base, body: `<img src="https://a.example/a.png">` }),
  },
  routes: {
    "/feed.xml": { type: "application/atom+xml; charset=utf-8", content: "<feed/>" },
    "/addresses.json": { type: "application/json", content: "[]" },
    "/posts/сеть/a.png": { type: "image/png", content: "png" },
    "/posts/сеть/a.svg": { type: "image/svg+xml", content: "<svg/>" },
  },
  assets: { "chunks/a.css": "a{}", "media/a.woff2": "font" },
  files: {
    "enhance/enhance-A.js": "a()",
    "images/a-480.avif": "avif",
    "images/a-whole.svg": "<svg/>",
    "robots.txt": "User-agent: *",
  },
  notFound: nextPage({ base, title: "Not found", body: `<p style="color:blue">b</p>` }),
  settings: {
    url: `https://example.org${base}`,
    base,
    redirects: [
      { from: "/posts/old+one/", to: "/posts/pictures/" },
      { from: "/%D1%8F/", to: "/posts/%D1%81%D0%B5%D1%82%D1%8C/" },
    ],
  },
  running: ["/api/search", "/api/[...rest]"],
  vercel: true,
})

/** What a reader notices of an answer. */
const shown = ({ status, headers, body }: Answer) => ({
  status,
  location: headers.location,
  cache: headers["cache-control"],
  ...(status < 300 || status >= 400 ? { body: body.toString(), headers: kept(headers) } : {}),
})

const names = [
  "content-type",
  "cache-control",
  "content-security-policy",
  "strict-transport-security",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "x-content-type-options",
  "x-robots-tag",
]
const kept = (headers: Answer["headers"]) => names.map((name) => [name, headers[name]])

test.each(["", "/blog"])("Vercel answers as our own server does, at %j", async (base) => {
  await workshop.deliver(buildAt(base))
  const ours = await serve(workshop.dist)
  const theirs = await serveVercelOutput(join(workshop.root, ".vercel/output"))
  const { files } = await workshop.manifest()
  const addresses = Object.keys(files).map((address) => base + encodeURI(address))
  const others = ["/about", "/about/index.html", "/index.html", "/posts/%D1%81%D0%B5%D1%82%D1%8C"]
  const earlier = ["/posts/old+one", "/posts/old+one/?a=b", "/posts/old+one/index.html", "/%D1%8F/"]
  const missing = ["/nowhere/", "/_next/static/chunks/b.css", "/nowhere.png"]
  try {
    for (const address of [
      ...addresses,
      ...[...others, ...earlier, ...missing].map((a) => base + a),
    ]) {
      const [mine, other] = await Promise.all(
        [ours.port, theirs.port].map((port) => ask(port, address, {}, "GET")),
      )
      expect([address, shown(other as Answer)]).toEqual([address, shown(mine as Answer)])
    }
  } finally {
    await Promise.all([ours.stop(), theirs.stop()])
  }
})

test.each(["", "/blog"])(
  "a route that runs is a function that Next.js answers in, at %j",
  async (base) => {
    await workshop.deliver(buildAt(base))
    const theirs = await serveVercelOutput(join(workshop.root, ".vercel/output"))
    try {
      const { status, body, headers } = await ask(theirs.port, `${base}/api/search/?q=a`, {}, "GET")
      expect({ status, body: body.toString() }).toEqual({
        status: 200,
        body: "/api/search for /api/search/?q=a",
      })
      expect(headers["x-content-type-options"]).toBe("nosniff")
      const rest = await ask(theirs.port, `${base}/api/a/b`, {}, "POST")
      expect(rest.body.toString()).toBe("/api/[...rest] for /api/a/b")
    } finally {
      await theirs.stop()
    }
  },
)

test("routes are of the form that Vercel takes, however many pages there are", async () => {
  await workshop.deliver(buildAt("/blog"))
  const manifest = await workshop.manifest()
  const page = { path: "", type: "text/html", immutable: false, forms: {} }
  for (let n = 0; n < 2_000; n++) {
    manifest.files[`/posts/a-post-with-a-name-as-long-as-many-have-${n}/`] = {
      ...page,
      policy: "b",
    }
    manifest.files[`/posts/another-of-these-posts-${n}/`] = { ...page, policy: "c" }
  }
  const routes = vercelConfigOf(manifest).routes as Route[]
  expect(normalizeRoutes(routes)).toEqual({ routes, error: null })
  expect(routes.length).toBeLessThan(100)
  const [{ properties }] = routesSchema.items.anyOf
  for (const route of routes) {
    const { src = "", ...others } = route
    expect(Object.keys(route).every((key) => key === "handle" || key in properties)).toBe(true)
    expect(src.length).toBeLessThanOrEqual(properties.src.maxLength)
    expect(others).not.toHaveProperty("check")
  }
})

test("a build for elsewhere leaves nothing for Vercel", async () => {
  await workshop.deliver({ ...buildAt(""), vercel: false })
  await expect(serveVercelOutput(join(workshop.root, ".vercel/output"))).rejects.toThrow("ENOENT")
})
