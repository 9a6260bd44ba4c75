import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http"
import { Server as NetServer } from "node:net"
import type { Duplex } from "node:stream"
import { setTimeout as pause } from "node:timers/promises"
import { createAnswer, lengthOf, say, sayMethods } from "./answer"
import { createGate, guestManifest } from "./gate"
import type { LiveSite } from "./live-site"
import { findHost, findTarget } from "./request"
import { shareParameter } from "./share"

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

type SiteOptions = {
  site: LiveSite
  /** Answers the routes that only Next.js can. */
  run: Handler
  /** Keeps the site private: only who has a link made with the secret may read it. */
  secret?: string
  /** Answers what the service for readers is asked; a preview has none. */
  readers?: Handler
  /** The name of the site's host, where several have one secret: only links to that open it. */
  host?: string
}

type Options = {
  /** Where a line for each request goes; nowhere if nothing is said. */
  log?: (line: string) => void
  /** Milliseconds that a client has for the head of a request, and for all of it. */
  headersTimeout?: number
  requestTimeout?: number
}

/** The responses that each server has under way. */
const underWay = new WeakMap<Server, Set<ServerResponse>>()

/** The server of a finished site; it is not listening yet. */
export const createSiteServer = (options: SiteOptions & Options): Server =>
  createAnsweringServer(createSiteAnswer(options), options)

/** Longer targets are nobody's: browsers and proxies stop at about as much. */
const longestUrl = 8_000

/** Answers requests from a finished site. */
export function createSiteAnswer(options: SiteOptions): Handler {
  const answer = answerOf(options)
  return (request, response) => {
    const { method, url = "/" } = request
    if (url.length > longestUrl) return say(response, 414, "URI Too Long")
    if (method === "OPTIONS" && url === "*") return sayMethods(response, 204)
    const target = findTarget(request)
    return target ? answer(request, response, target) : say(response, 400, "Bad Request")
  }
}

function answerOf({ site, run, readers, secret, host }: SiteOptions) {
  if (secret === undefined) return createAnswer(site, run, readers)
  const { manifest } = site
  const all = { ...site, isPrivate: true }
  const some = { ...all, manifest: () => guestManifest(manifest()) }
  return createGate({ secret, host, manifest }, createAnswer(all, run), createAnswer(some, run))
}

/** A server of whatever answers; it is not listening yet. */
export function createAnsweringServer(
  answer: Handler,
  { log, headersTimeout = 10_000, requestTimeout = 30_000 }: Options = {},
): Server {
  const responses = new Set<ServerResponse>()
  const server = createServer(
    {
      headersTimeout,
      requestTimeout,
      keepAliveTimeout: 65_000, // longer than the idle time of the usual proxies
      connectionsCheckingInterval: Math.min(headersTimeout, 5_000),
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      const line = log && requestLine(request)
      responses.add(response)
      response.once("close", () => {
        responses.delete(response)
        if (line) log(accessLine(line, response))
      })
      if (!server.listening) response.setHeader("Connection", "close")
      if (findHost(request) === undefined) return say(response, 400, "Bad Request")
      void answerOrFail(answer, request, response)
    },
  )
  underWay.set(server, responses)
  server.timeout = 120_000 // a client that neither sends nor takes anything is gone after twice as long
  server.on("connection", (socket) => {
    // Node closes the response that it is sending; those that wait behind it would wait for ever.
    socket.once("close", () => {
      for (const response of responses) if (response.req.socket === socket) response.emit("close")
    })
  })
  server.on("connect", (_request, socket) => refuse(socket, 405))
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy()
    const status = clientErrors[error.code ?? ""] ?? 400
    // What the client asked before comes first: it would take this for the answer to that.
    const last = [...responses].findLast(({ req }) => req.socket === socket)
    if (last) last.once("close", () => refuse(socket, status))
    else refuse(socket, status)
  })
  return server
}

/** A fault in an answer is the end of that answer, and of no other. */
async function answerOrFail(
  answer: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await answer(request, response)
  } catch (error) {
    console.error(error)
    if (response.headersSent) response.destroy()
    else say(response, 500, "Internal Server Error")
  }
}

/** Answers what is no request, and lets the client read that before the connection goes. */
function refuse(socket: Duplex, status: number): void {
  if (!socket.writable) return
  const words = STATUS_CODES[status] ?? ""
  socket.end(
    `HTTP/1.1 ${status} ${words}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${words.length}\r\n\r\n${words}`,
  )
  setTimeout(() => socket.destroy(), 1_000).unref()
}

const clientErrors: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/**
 * Stops: new connections are refused, requests under way are finished, as long as they take no more
 * than `patience`.
 *
 * `server.close()` alone will not do: it cuts off an answer that is written but not yet sent, and waits
 * for connections that are kept open.
 */
export async function stopServer(server: Server, patience = 10_000): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve())
  })
  const end = Date.now() + patience
  while (underWay.get(server)?.size && Date.now() < end) await pause(20)
  server.closeAllConnections()
  await closed
}

const requestLine = ({ method, url = "", httpVersion }: IncomingMessage) =>
  `"${method} ${withoutKeys(url)} HTTP/${httpVersion}"`

/** A target without the keys of links in it: who reads a log must not be able to use them. */
function withoutKeys(url: string): string {
  const [path = "", ...queries] = url.split("?")
  if (queries.length === 0) return url
  const pairs = queries.join("?").split("&")
  const shown = pairs.map((pair) => {
    const [name] = new URLSearchParams(pair).keys()
    return name === shareParameter ? `${pair.split("=", 1)[0]}=…` : pair
  })
  return `${path}?${shown.join("&")}`
}

/** Common Log Format, without the address of the reader. */
function accessLine(request: string, response: ServerResponse): string {
  const length = lengthOf(response) ?? "-"
  return `- - - [${new Date().toISOString()}] ${request} ${response.statusCode} ${String(length)}`
}
