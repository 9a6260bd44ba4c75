import { once } from "node:events"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { afterEach, beforeEach, expect, test } from "vitest"
import { changedFeeds, hubOf, tellHub } from "./hub"
import type { Manifest } from "./manifest"

const manifestOf = (files: Readonly<Record<string, string>>): Manifest => ({
  version: "1",
  base: "",
  secure: true,
  unlisted: false,
  files: Object.fromEntries(
    Object.entries(files).map(([address, hash]) => [
      address,
      {
        path: address.slice(1),
        type: "application/xml",
        immutable: false,
        forms: { identity: { size: 1, hash } },
      },
    ]),
  ),
  redirects: {},
  running: [],
})

test("feeds that are new or not as they were are told of, and nothing else", () => {
  const before = manifestOf({ "/feed.xml": "a", "/rss.xml": "b", "/": "c" })
  const now = manifestOf({
    "/feed.xml": "a",
    "/rss.xml": "B",
    "/": "C",
    "/tags/new/feed.json": "d",
    "/series/one/feed.xml": "e",
  })
  expect(changedFeeds(now, before)).toEqual([
    "/rss.xml",
    "/series/one/feed.xml",
    "/tags/new/feed.json",
  ])
  expect(changedFeeds(now, undefined)).toHaveLength(4)
  expect(changedFeeds(now, now)).toEqual([])
})

let folder = ""
let server: Server
let status = 204
const asked: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-"))
  server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push(`${request.method} ${request.headers["content-type"]} ${body}`)
      response.writeHead(status).end()
    })
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub`

test("a hub is told of all feeds at once, and one that refuses is named", async () => {
  await tellHub(address(), ["https://a.example/feed.xml", "https://a.example/rss.xml?a=1&b"])
  const [first = ""] = asked.splice(0)
  expect(first).toMatch(/^POST application\/x-www-form-urlencoded/)
  expect([...new URLSearchParams(first.split(" ").at(-1))]).toEqual([
    ["hub.mode", "publish"],
    ["hub.url", "https://a.example/feed.xml"],
    ["hub.url", "https://a.example/rss.xml?a=1&b"],
  ])
  status = 500
  await expect(tellHub(address(), [])).rejects.toThrow(/Unexpected status 500 of http:.*\/hub/)
})

test("the hub is the one that the site's own feed names", async () => {
  const manifest = manifestOf({ "/feed.json": "a" })
  const site = { folder, manifest }
  await writeFile(
    join(folder, "feed.json"),
    JSON.stringify({ hubs: [{ url: "https://hub.example/" }] }),
  )
  expect(await hubOf(site)).toBe("https://hub.example/")
  await writeFile(join(folder, "feed.json"), "{}")
  expect(await hubOf(site)).toBeUndefined()
  expect(await hubOf({ ...site, manifest: manifestOf({}) })).toBeUndefined()
})
