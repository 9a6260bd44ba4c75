import { once } from "node:events"
import type { ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { createAnsweringServer, stopServer } from "./server"
import { ask } from "../testing/client"

const fail = () => {
  throw new Error("A secret")
}

/** What answers, by the path that is asked for. */
const handlers: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  "/throws": fail,
  "/rejects": () => Promise.reject(new Error("A secret")),
  "/throws-late": (response) => {
    response.writeHead(200, { "Content-Length": 2 }).write("a")
    fail()
  },
  "/rejects-late": async (response) => {
    response.writeHead(200, { "Content-Length": 2 }).write("a")
    await Promise.reject(new Error("A secret"))
  },
  "/fine": (response) => response.end("fine"),
}

const server = createAnsweringServer((request, response) => handlers[request.url ?? ""]?.(response))
beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"))
afterAll(() => stopServer(server, 0))

let told: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  told = vi.spyOn(console, "error").mockImplementation(() => undefined)
})
afterEach(() => told.mockRestore())

const get = (path: string) => ask((server.address() as AddressInfo).port, path, {}, "GET")

test.each(["/throws", "/rejects"])("a handler that %s is no end of the server", async (path) => {
  const { status, headers, body } = await get(path)
  expect(status).toBe(500)
  expect(headers["cache-control"]).toBe("no-store")
  expect(String(body)).toBe("Internal Server Error")
  expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: "A secret" }))
  expect(String((await get("/fine")).body)).toBe("fine")
})

test.each(["/throws-late", "/rejects-late"])(
  "of an answer that %s its reader sees that it is not whole",
  async (path) => {
    await expect(get(path)).rejects.toThrow(/aborted|hang up/)
    expect(told).toHaveBeenCalledOnce()
    expect(String((await get("/fine")).body)).toBe("fine")
  },
)
