import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http"
import { createAnswer } from "./answer"
import type { LiveSite } from "./site"

type Options = {
  site: LiveSite
  /** Answers the routes that only Next.js can. */
  run: (request: IncomingMessage, response: ServerResponse) => unknown
  /** Where a line for each request goes; nowhere if nothing is said. */
  log?: (line: string) => void
  /** Milliseconds that a client has for the head of a request, and for all of it. */
  headersTimeout?: number
  requestTimeout?: number
}

/** The server of a finished site; it is not listening yet. */
export function createSiteServer({
  site,
  run,
  log,
  headersTimeout = 10_000,
  requestTimeout = 30_000,
}: Options): Server {
  const answer = createAnswer(site, run)
  const server = createServer(
    {
      headersTimeout,
      requestTimeout,
      keepAliveTimeout: 65_000, // longer than the idle time of the usual proxies
      connectionsCheckingInterval: Math.min(headersTimeout, 5_000),
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      if (log) response.on("close", () => log(accessLine(request, response)))
      void Promise.resolve(answer(request, response)).catch((error: unknown) => {
        console.error(error)
        if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain" })
        response.end(response.headersSent ? undefined : STATUS_CODES[500])
      })
    },
  )
  server.timeout = 120_000 // a client that neither sends nor takes anything for so long is gone
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy()
    const status = clientErrors[error.code ?? ""] ?? 400
    const words = STATUS_CODES[status] ?? ""
    socket.end(
      `HTTP/1.1 ${status} ${words}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${words.length}\r\n\r\n${words}`,
    )
  })
  return server
}

const clientErrors: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Stops: requests under way are finished, as long as they take no more than `patience`. */
export function stopServer(server: Server, patience = 10_000): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), patience).unref()
  })
}

/** Common Log Format, without the address of the reader. */
function accessLine(
  { method, url, httpVersion }: IncomingMessage,
  response: ServerResponse,
): string {
  const length = response.getHeader("Content-Length") ?? "-"
  return `- - - [${new Date().toISOString()}] "${method} ${url} HTTP/${httpVersion}" ${response.statusCode} ${String(length)}`
}
