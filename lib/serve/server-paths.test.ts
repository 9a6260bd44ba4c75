import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createWorkshop } from "../testing/build"
import { requestFor, serve, statusOf } from "../testing/client"
import { nextPage } from "../testing/pages"

// All of it over a raw socket: a well-behaved client would tidy most of these paths.

const secret = "a secret beside the site"
let workshop: Awaited<ReturnType<typeof createWorkshop>>
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  workshop = await createWorkshop()
  await workshop.deliver({
    pages: { "/": nextPage({ title: "Home" }), "/about": nextPage({ title: "About" }) },
    files: { "robots.txt": "robots" },
  })
  await workshop.write(join(workshop.root, "secret.txt"), secret)
  await workshop.write(join(workshop.dist, "unlisted.txt"), secret)
  site = await serve(workshop.dist)
})
afterAll(async () => {
  await site.stop()
  await workshop.remove()
})

const reply = (path: string) => site.say(requestFor(path))

/** The form that every bad answer has: no stack, no path of this machine, no other file. */
function expectPlain(answer: string) {
  expect(answer).not.toContain(secret)
  expect(answer).not.toContain(workshop.root)
  expect(answer).not.toMatch(/\n\s+at |node:|Error/)
}

test.each([
  "/../secret.txt",
  "/../../../../etc/passwd",
  "/./../secret.txt",
  "/about/../../secret.txt",
  "/..%2fsecret.txt",
  "/..%2F..%2Fetc%2Fpasswd",
  "/%2e%2e/secret.txt",
  "/%2E%2E%2Fsecret.txt",
  "/.%2e/secret.txt",
  "/%252e%252e/secret.txt",
  "/%252e%252e%252fsecret.txt",
  "/..;/secret.txt",
  "/unlisted.txt",
  "//secret.txt",
  "//host.example/",
  "//host.example/about",
  "/about/..",
  "/about/.",
  "/./",
  "/robots.txt/../about/",
  "/.site.json",
  "/_headers",
  "/_redirects",
  "/index.html.br",
  "/index.html.gz",
  "/robots.txt.br",
  "/about/index.html/index.html",
  "/.git/config",
  "/ABOUT/",
  "/about%20/",
  "/%2fabout/",
  "/#about",
])("%s is not found", async (path) => {
  const answer = await reply(path)
  expect(statusOf(answer)).toBe(404)
  expect(answer).toContain("<h1>A page</h1>") // of the 404 page
  expectPlain(answer)
})

test.each([
  "/%",
  "/%zz",
  "/%e9",
  "/%c3%28",
  "/%ed%a0%80",
  "/a%2",
  "/%00",
  "/about/%00.html",
  "/robots.txt%00.png",
  "/..\\secret.txt",
  "/..%5csecret.txt",
  "/..%5C..%5Csecret.txt",
  "\\about",
  "about",
  "*",
  "ftp://localhost/about/",
  "http://",
  "?about",
])("%s is no request that can be answered", async (path) => {
  const answer = await reply(path)
  expect(statusOf(answer)).toBe(400)
  expect(answer).toMatch(/\r\n\r\nBad Request$/)
  expectPlain(answer)
})

test.each([
  ["http://evil.example/", "<title>Home"],
  ["HTTP://evil.example:80/about/", "<title>About"],
  ["http://evil.example", "<title>Home"],
  ["HTTP://EVIL.EXAMPLE?a", "<title>Home"],
  ["https://user@evil.example/robots.txt?a", "\r\n\r\nrobots"],
  ["/about%2F", "<title>About"],
  ["/%61bout/", "<title>About"],
])("%s is an address of the site, and of no other", async (path, content) => {
  const answer = await reply(path)
  expect(statusOf(answer)).toBe(200)
  expect(answer).toContain(content)
})

test.each([
  ["http://evil.example/about", "/about/"],
  ["http://evil.example//evil.example/about", undefined],
  ["//evil.example/../about", undefined],
  ["///", "/"],
  ["/about//", "/about/"],
  ["/about?//evil.example", "/about/?//evil.example"],
])("%s leads to %s, never to another site", async (path, to) => {
  const answer = await reply(path)
  expect(statusOf(answer)).toBe(to === undefined ? 404 : 308)
  expect(/^Location: (.*)\r$/m.exec(answer)?.[1]).toBe(to)
})

test.each(["\x01", "\x1b[2J", "\x7f", "\t", "\x0b", "\x80", "\xff"])(
  "characters that are none for an address are no fault of ours: %j",
  async (character) => {
    for (const path of [`/about?a=${character}`, `/${character}`, `/about${character}`]) {
      const answer = await reply(path)
      expect([400, 404]).toContain(statusOf(answer))
      expectPlain(answer)
    }
  },
)

test("OPTIONS * is about the server", async () => {
  const answer = await site.say(requestFor("*", "OPTIONS"))
  expect(statusOf(answer)).toBe(204)
  expect(answer).toContain("Allow: GET, HEAD, OPTIONS")
})

test("an address of 8,000 characters is looked up, a longer one is too long", async () => {
  const path = (length: number) => `/${"a".repeat(length - 1)}`
  expect(statusOf(await reply(path(8_000)))).toBe(404)
  const answer = await reply(path(8_001))
  expect(statusOf(answer)).toBe(414)
  expect(answer).toMatch(/\r\n\r\nURI Too Long$/)
  expect(statusOf(await reply(`/about/?${"a".repeat(8_001)}`))).toBe(414)
})

test.each([
  ["Host: localhost\r\nHost: localhost\r\n"],
  ["Host: localhost\r\nhOST: evil.example\r\n"],
  ['Host: a">b\r\n'],
  ["Host: a/b\r\n"],
  ["Host: user@localhost\r\n"],
  ["Host: localhost, evil.example\r\n"],
  ["Host: localhost:port\r\n"],
  ["Host: [::1\r\n"],
  [""],
])("%j names no host", async (head) => {
  const answer = await site.say(`GET /about/ HTTP/1.1\r\n${head}Connection: close\r\n\r\n`)
  expect(statusOf(answer)).toBe(400)
})

test.each(["localhost", "LOCALHOST:80", "127.0.0.1:3000", "[::1]:3000", "a_b.example.", ""])(
  "%j names a host",
  async (host) => {
    const head = `GET /about/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`
    expect(statusOf(await site.say(head))).toBe(200)
  },
)
