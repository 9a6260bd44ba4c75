import { connect } from "node:net"
import { once } from "node:events"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createWorkshop } from "../testing/build"
import { answersIn, requestFor, serve, statusOf } from "../testing/client"
import { nextPage } from "../testing/pages"

let workshop: Awaited<ReturnType<typeof createWorkshop>>
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  workshop = await createWorkshop()
  await workshop.deliver({
    pages: { "/": nextPage({ title: "Home" }) },
    // The first fits into memory, the second does not; neither into what a socket holds back.
    files: {
      "a.txt": "a",
      "b.txt": "b",
      "some.bin": Buffer.alloc(400_000),
      "large.bin": Buffer.alloc(20_000_000),
    },
  })
  site = await serve(workshop.dist)
})
afterAll(async () => {
  await site.stop()
  await workshop.remove()
})

const keepAlive = (path: string, method = "GET") =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`

test("requests in a row on one connection are answered in their order", async () => {
  const paths = ["/a.txt", "/nothing", "/b.txt", "/some.bin", "/a.txt"]
  const text = paths.map((path) => keepAlive(path)).join("")
  const answers = answersIn(await site.say(text + requestFor("/b.txt")))

  expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 200, 200, 200])
  expect(answers.map(({ body }) => body.slice(0, 1))).toEqual(["a", "<", "b", "\0", "a", "b"])
  expect(answers[3]?.body).toHaveLength(400_000)
})

test("a body that nobody wants does not become the next request", async () => {
  const body = keepAlive("/a.txt")
  const post = `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  const answers = answersIn(await site.say(post + requestFor("/b.txt")))
  expect(answers).toEqual([
    { status: 405, body: "Method Not Allowed" },
    { status: 200, body: "b" },
  ])
})

test.each([
  ["nonsense", "nonsense\r\n\r\n", 400],
  ["a version that does not exist", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", 400],
  ["a method that does not exist", "FETCH / HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["no path", "GET  HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["a space in the path", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
  ["a header without a colon", "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400],
  ["NUL in a header", "GET / HTTP/1.1\r\nHost: a\r\nA: \0\r\n\r\n", 400],
  [
    "two lengths",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    400,
  ],
  [
    "a length and chunks",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
  ],
  ["the start of TLS", "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03", 400],
  [
    "headers of more than 16 kB",
    `GET / HTTP/1.1\r\nHost: a\r\nA: ${"a".repeat(17_000)}\r\n\r\n`,
    431,
  ],
  [
    "many headers of more than 16 kB",
    `GET / HTTP/1.1\r\nHost: a\r\n${"Name: a value\r\n".repeat(1_500)}\r\n`,
    431,
  ],
  [
    "an expectation",
    "GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n",
    417,
  ],
  ["the wish for a tunnel", "CONNECT example.org:443 HTTP/1.1\r\nHost: a\r\n\r\n", 405],
])("%s", async (_name, text, status) => {
  const answer = await site.say(text)
  expect(statusOf(answer)).toBe(status)
  expect(answer).toMatch(/^Connection: close\r$/m)
  expect(answer).not.toMatch(/\n\s+at |node:|Error/)
})

test("a request for another protocol is answered in this one", async () => {
  const upgrade = requestFor("/a.txt").replace("close", "close, Upgrade\r\nUpgrade: websocket")
  expect(statusOf(await site.say(upgrade))).toBe(200)
})

test("an old client gets its answer and the end of the connection", async () => {
  const answer = await site.say("GET /a.txt HTTP/1.0\r\n\r\n")
  expect(answersIn(answer)).toEqual([{ status: 200, body: "a" }])
})

test.each([
  ["from memory", "/some.bin", 400_000],
  ["from the disk", "/large.bin", 20_000_000],
])("nonsense after a request does not spoil the answer to it, %s", async (_name, path, length) => {
  const answers = answersIn(await site.say(`${keepAlive(path)}nonsense\r\n\r\nmore\r\n\r\n`))
  expect(answers.map(({ status }) => status)).toEqual([200, 400])
  expect(answers[0]?.body).toHaveLength(length)
  expect(answers[1]?.body).toBe("Bad Request")
})

test.each([
  ["says nothing", ""],
  ["stops in the first line", "GET / HT"],
  ["stops in the headers", "GET / HTTP/1.1\r\nHost: localhost\r\nA: b"],
])("a client that %s is told that time is up", async (_name, text) => {
  const hurried = await serve(workshop.dist, { headersTimeout: 50 })
  const answer = await hurried.say(text)
  expect(statusOf(answer)).toBe(408)
  expect(answer).toMatch(/\r\n\r\nRequest Timeout$/)
  await hurried.stop()
})

test("a client that sends a body too slowly is cut off", async () => {
  const hurried = await serve(workshop.dist, { headersTimeout: 50, requestTimeout: 50 })
  const answer = await hurried.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\na")
  expect(answersIn(answer).map(({ status }) => status)).toEqual([405, 408])
  await hurried.stop()
})

test("clients that hang up in the middle leave nothing open, and harm nobody", async () => {
  const requests = [
    keepAlive("/large.bin").repeat(5),
    keepAlive("/some.bin").repeat(60),
    "GET / HT",
  ]
  for (const text of [...requests, ...requests]) {
    const socket = connect(site.port, "127.0.0.1")
    socket.write(text)
    if (text.endsWith("\r\n\r\n")) await once(socket, "data")
    socket.resetAndDestroy()
  }
  await expect.poll(() => site.connections()).toBe(0)
  await expect.poll(() => site.openFiles()).toBe(0)
  expect((await site.ask("/large.bin")).body).toHaveLength(20_000_000)
})
