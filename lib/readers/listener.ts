import type { IncomingMessage, ServerResponse } from "node:http"
import { isIP } from "node:net"
import { readersSegment } from "../model/readers-address"
import type { Readers } from "./readers"

/** A form of ours is a fraction of it. */
const greatestForm = 16 * 1024

/** Answers a request for the service, with a path below the base of the site. */
export const createListener =
  ({ answer }: Pick<Readers, "answer">) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost")
    const text = request.method === "POST" ? await readForm(request) : ""
    if (text === undefined) return send(request, response, new Response(null, { status: 413 }))
    const found = await answer({
      method: request.method === "HEAD" ? "GET" : (request.method ?? "GET"),
      action: pathname.slice(readersSegment.length).replace(/\/$/, ""),
      token: searchParams.get("token") ?? "",
      form: new URLSearchParams(text),
      origin: request.headers.origin,
      host: request.headers.host ?? "",
      client: clientOf(request),
    }).catch((error: unknown) => {
      console.error(error)
      return new Response("Not now: try again in a minute.", {
        status: 503,
        headers: { "Retry-After": "60", "Cache-Control": "no-store" },
      })
    })
    await send(request, response, found ?? new Response("Not Found", { status: 404 }))
  }

async function readForm(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers["content-length"]) > greatestForm) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > greatestForm) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

/**
 * Where a request comes from. A proxy in front of the server, on this machine or in its network, says it
 * last; anybody else could say anything.
 */
export function clientOf({ socket, headers }: Pick<IncomingMessage, "socket" | "headers">): string {
  const peer = socket.remoteAddress ?? ""
  const isNear =
    /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i.test(peer)
  const said = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim()
  return isNear && said !== undefined && isIP(said) !== 0 ? said : peer
}

async function send(request: IncomingMessage, response: ServerResponse, answer: Response) {
  const body = Buffer.from(await answer.arrayBuffer())
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.setHeader("Content-Length", body.length)
  // What was not read of a form would be taken for the next request.
  if (answer.status === 413) response.setHeader("Connection", "close")
  response.writeHead(answer.status).end(request.method === "HEAD" ? undefined : body)
}
