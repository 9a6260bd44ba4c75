import { createHash, randomBytes } from "node:crypto"
import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { buffer } from "node:stream/consumers"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { stopServer } from "./server"
import { createWorkshop } from "../testing/build"
import { answersIn, requestFor, serve } from "../testing/client"

let workshop: Awaited<ReturnType<typeof createWorkshop>>
let site: Awaited<ReturnType<typeof serve>>
const large = randomBytes(20_000_000)
const some = randomBytes(400_000)
beforeAll(async () => {
  workshop = await createWorkshop()
  await workshop.deliver({ files: { "large.bin": large, "some.bin": some, "a.txt": "a" } })
})
beforeEach(async () => {
  site = await serve(workshop.dist)
})
afterAll(() => workshop.remove())

const keepAlive = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`
const hash = (content: Buffer | string) =>
  createHash("sha256")
    .update(content as Buffer)
    .digest("hex")

/** A client that has asked and reads no more than the beginning of the answer. */
async function slowClient(text: string): Promise<Socket> {
  const socket = connect(site.port, "127.0.0.1")
  socket.write(text)
  await once(socket, "readable")
  return socket
}

const refusal = async () => {
  const [error] = (await once(connect(site.port, "127.0.0.1"), "error")) as [NodeJS.ErrnoException]
  return error.code
}

test.each([
  ["from the disk", "/large.bin", large, 1],
  ["from memory", "/some.bin", some, 50],
])(
  "answers under way %s are finished, and new connections refused",
  async (_name, path, content, count) => {
    const socket = await slowClient(keepAlive(path).repeat(count))
    const stopped = stopServer(site.server)
    // A promise that is refused here would be one that nobody hears of otherwise.
    await expect(once(connect(site.port, "127.0.0.1"), "connect")).rejects.toThrow("ECONNREFUSED")

    const answers = answersIn((await buffer(socket)).toString("latin1"))
    await stopped
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: count }, () => 200))
    for (const { body } of answers) expect(hash(Buffer.from(body, "latin1"))).toBe(hash(content))
  },
)

test("a connection that is kept open does not hold up the end", async () => {
  const socket = connect(site.port, "127.0.0.1")
  socket.write(keepAlive("/a.txt"))
  await once(socket, "data")
  await Promise.all([once(socket, "close"), stopServer(site.server, 1_000_000)])
  expect(await refusal()).toBe("ECONNREFUSED")
})

test("nor does one on which half a request has come", async () => {
  const socket = connect(site.port, "127.0.0.1")
  socket.write(`${keepAlive("/a.txt")}GET /a.t`)
  await once(socket, "data")
  await Promise.all([once(socket, "close"), stopServer(site.server, 1_000_000)])
})

test("a request that comes while the server stops is answered as the last of its connection", async () => {
  const first = await slowClient(keepAlive("/large.bin"))
  const second = connect(site.port, "127.0.0.1")
  second.write(keepAlive("/a.txt"))
  await once(second, "data")
  const stopped = stopServer(site.server)
  second.write(keepAlive("/a.txt"))
  const answer = (await buffer(second)).toString("latin1")
  expect(answersIn(answer)).toEqual([{ status: 200, body: "a" }])
  expect(answer).toMatch(/^Connection: close\r$/m)

  expect((await buffer(first)).length).toBeGreaterThan(large.length)
  await stopped
})

test("patience ends", async () => {
  const socket = await slowClient(keepAlive("/large.bin"))
  await stopServer(site.server, 0)
  expect((await buffer(socket)).length).toBeLessThan(large.length)
})

test("a server that does nothing stops, and so does one that stops already", async () => {
  await Promise.all([stopServer(site.server), stopServer(site.server)])
  await expect(site.say(requestFor("/"))).rejects.toThrow("ECONNREFUSED")
})
