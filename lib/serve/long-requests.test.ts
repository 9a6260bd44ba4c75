import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createAnswer } from "./answer"
import { createGate } from "./gate"
import { openSite, type LiveSite } from "./live-site"
import { findHost, findTarget } from "./request"
import { createWorkshop } from "../testing/build"
import { ask } from "../testing/client"

// Far longer than the server takes them: work that grew with the square of the length would show in a
// short request as a few milliseconds, for which everybody waits, and here as minutes.

const length = 400_000
const limit = { timeout: 20_000 }

const workshop = await createWorkshop()
let site: LiveSite
const servers: Server[] = []
beforeAll(async () => {
  await workshop.deliver({ running: ["/api/[id]", "/files/[...path]"] })
  site = await openSite(workshop.dist)
})
afterAll(async () => {
  for (const server of servers) server.close()
  site.close()
  await workshop.remove()
})

/** A server, open or private, without the limits that keep long requests from it. */
async function portOf(isPrivate: boolean): Promise<number> {
  const { manifest } = site
  const open = createAnswer(site, (_request, response) => response.end())
  const answer = isPrivate ? createGate({ secret: "a", manifest }, open, open) : open
  const server = createServer({ maxHeaderSize: 4 * length }, (request, response) => {
    const target = findHost(request) === undefined ? undefined : findTarget(request)
    if (target) void answer(request, response, target)
    else response.writeHead(400).end()
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return (server.address() as AddressInfo).port
}

const long = (piece: string, end = "") => piece.repeat(length / piece.length) + end

test.each([
  ["slashes", `/${long("/", "a")}`],
  ["slashes and dots", `/${long("/.", "a")}`],
  ["slashes, percent-encoded", `/${long("%2f", "a")}`],
  ["index.html", `/${long("index.html/", "index.htm")}`],
  ["dots", `/${long(".", "/")}`],
  ["question marks", `/${long("?")}`],
  ["pairs of a query", `/?${long("a=&")}`],
  ["a key", `/?share=${long("1.")}`],
  ["accents", `/${long("%CC%81")}`],
  ["a path to Next.js", `/files/${long("a/", ".b")}`],
  ["a file to Next.js", `/api/${long(".a", "/")}`],
  ["a host in the target", `http://${long("a.", ":")}/`],
])("%s in the target", limit, async (_what, path) => {
  for (const isPrivate of [false, true]) {
    const { status } = await ask(await portOf(isPrivate), path, {}, "GET")
    expect(status).not.toBe(431) // which would be for being long
    expect(status).toBeLessThan(500)
  }
})

test.each([
  ["Cookie", long("; ")],
  ["Cookie", long(";", " a")],
  ["Cookie", `share-0=${long("1.a")}`],
  ["Accept-Encoding", long("a, ")],
  ["Accept-Encoding", `a${long(" ", "b")}`],
  ["Accept-Encoding", `br${long(";q=1")}`],
  ["If-None-Match", long(", ")],
  ["If-None-Match", long(" ", "a")],
  ["If-Match", long("W/")],
  ["Range", `bytes=${long(" ", "a")}`],
  ["Range", `bytes=${long("1", "-a")}`],
  ["Host", long("a.", "/")],
  ["Host", long(":1")],
])("%s: %.10s …", limit, async (name, value) => {
  for (const isPrivate of [false, true]) {
    const { status } = await ask(await portOf(isPrivate), "/", { [name]: value }, "GET")
    expect(status).not.toBe(431) // which would be for being long
    expect(status).toBeLessThan(500)
  }
})
