import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { createWorkshop } from "../testing/build"
import { serve } from "../testing/client"
import { nextPage } from "../testing/pages"

// A site below a path that is not ASCII, some of whose routes have to run.
const base = "/bl%C3%B6g"
let workshop: Awaited<ReturnType<typeof createWorkshop>>
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  workshop = await createWorkshop()
  const page = nextPage({ base })
  await workshop.deliver({
    pages: { "/": page, "/about": page },
    notFound: page,
    running: ["/api/[id]", "/files/[...rest]", "/maybe/[[...rest]]", "/a.b"],
    settings: {
      url: `http://example.org${base}`,
      base,
      redirects: [{ from: "/old/", to: "/about/" }],
    },
  })
  site = await serve(workshop.dist, {
    run: async (request, response) => {
      await Promise.resolve()
      if (request.url === "/api/fault/") throw new Error("A secret")
      response.end(`${request.method} ${request.url}`)
    },
  })
})
afterAll(async () => {
  await site.stop()
  await workshop.remove()
})

test.each([`${base}/`, `${base}/about/`, "/bl%c3%b6g/about/", "/blo%CC%88g/about/"])(
  "%s is a page",
  async (path) => {
    const { status, headers } = await site.ask(path)
    expect(status).toBe(200)
    expect(headers).not.toHaveProperty("strict-transport-security")
  },
)

test.each([
  [base, `${base}/`],
  [`${base}/about?a`, `${base}/about/?a`],
  [`${base}/old/`, `${base}/about/`],
  [`${base}/index.html`, `${base}/`],
])("%s leads to %s", async (path, to) => {
  const { status, headers } = await site.ask(path)
  expect(status).toBe(308)
  expect(headers["location"]).toBe(to)
})

test.each([
  "/",
  "/about/",
  "/old/",
  `${base}about/`,
  `${base}s/about/`,
  "/xxxx/about/",
  "/xxxx/api/1",
])("%s is outside", async (path) => {
  expect((await site.ask(path)).status).toBe(404)
})

test.each([
  [`${base}/api/1/?a=/b`, "/api/1/?a=/b"],
  [`${base}/api/1?a=/b?c`, "/api/1/?a=/b?c"],
  [`${base}/api/1?`, "/api/1/"],
  ["/bl%c3%b6g/api/%20", "/api/%20/"],
  [`${base}/files/a/b`, "/files/a/b/"],
  [`${base}/files/a/b.c`, "/files/a/b.c"],
  [`${base}/files/a/b.c/`, "/files/a/b.c"],
  [`${base}/maybe`, "/maybe/"],
  [`${base}/maybe/a/b/`, "/maybe/a/b/"],
  [`${base}/a.b`, "/a.b"],
  [`http://localhost${base}/a.b?c`, "/a.b?c"],
])("%s runs as %s, whatever its method", async (path, expected) => {
  for (const method of ["GET", "POST", "DELETE"]) {
    const { status, headers, body } = await site.ask(path, {}, method)
    expect(status).toBe(200)
    expect(body.toString()).toBe(`${method} ${expected}`)
    expect(headers["x-content-type-options"]).toBe("nosniff")
  }
})

test.each([`${base}/api`, `${base}/api/1/2`, `${base}/files`, `${base}/maybes`, `${base}/a-b`])(
  "%s does not run",
  async (path) => {
    expect((await site.ask(path)).status).toBe(404)
  },
)

test("a route that fails says nothing of why", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined)
  const { status, body } = await site.ask(`${base}/api/fault`)
  expect(status).toBe(500)
  expect(body.toString()).toBe("Internal Server Error")
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ message: "A secret" }))
  told.mockRestore()
})
