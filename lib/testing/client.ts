import { createHash } from "node:crypto"
import type { FileHandle } from "node:fs/promises"
import { request, type IncomingHttpHeaders, type Server } from "node:http"
import { connect, type AddressInfo } from "node:net"
import { promisify } from "node:util"
import { buffer } from "node:stream/consumers"
import { createSiteServer, stopServer } from "../serve/server"
import { openSite, type LiveSite } from "../serve/live-site"

type Options = Partial<Omit<Parameters<typeof createSiteServer>[0], "site">> &
  Pick<NonNullable<Parameters<typeof openSite>[1]>, "refuse">

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Serves a finished site on a port of its own. */
export async function serve(dist: string, { refuse, ...options }: Options = {}) {
  const site = await openSite(dist, { refuse })
  const run = () => {
    throw new Error("Unexpected request for Next.js")
  }
  const opened: FileHandle[] = []
  const observed: LiveSite = {
    ...site,
    async read(file, encoding) {
      const content = await site.read(file, encoding)
      if (content && !Buffer.isBuffer(content)) opened.push(content)
      return content
    },
  }
  const server = createSiteServer({ site: observed, run, ...options })
  await listen(server)
  const { port } = server.address() as AddressInfo
  return {
    server,
    port,
    /** Files that were opened for answers and are not closed yet. */
    openFiles: () => opened.filter(({ fd }) => fd !== -1).length,
    connections: () => promisify(server.getConnections.bind(server))(),
    ask: (path: string, headers = {}, method = "GET") => ask(port, path, headers, method),
    say: (text: string) => say(port, text),
    async stop() {
      site.close()
      await stopServer(server, 0)
    },
  }
}

const listen = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))

/** A request by Node's own client, which sends a path as it is told. */
export function ask(port: number, path: string, headers: object, method: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, agent: false }, (answer) => {
      buffer(answer)
        .then((body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
        .catch(reject)
    })
    for (const [name, value] of Object.entries(headers)) asked.setHeader(name, String(value))
    asked.on("error", reject).end()
  })
}

/** Writes to a socket what may be no request at all. @returns what comes back until the end */
export async function say(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1")
  socket.write(text, "latin1")
  const answer = await buffer(socket)
  return answer.toString("latin1")
}

/** A request for a path, after which the connection ends. */
export const requestFor = (path: string, method = "GET") =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`

export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1])

/** The answers in what came over one connection. All of them have to say their length. */
export function answersIn(text: string): readonly { status: number; body: string }[] {
  const answers: { status: number; body: string }[] = []
  for (let rest = text; rest !== "";) {
    const end = rest.indexOf("\r\n\r\n") + 4
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(rest.slice(0, end))?.[1])
    if (Number.isNaN(length)) throw new Error(`Unexpected answer without a length: ${rest}`)
    answers.push({ status: statusOf(rest), body: rest.slice(end, end + length) })
    rest = rest.slice(end + length)
  }
  return answers
}

/** The ETag that content should have. */
export const etagOf = (content: Buffer | string) =>
  `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`

/** What a policy has to say of the scripts in a page that are its own and run. */
export const hashesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<script(?![^>]*(?: src=|json"))[^>]*>([^]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  )

/** The hashes in a policy's script-src. */
export const allowedBy = (policy: unknown): readonly string[] =>
  /script-src 'self'([^;]*)/.exec(String(policy))?.[1]?.trim().split(" ") ?? []
