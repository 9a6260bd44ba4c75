import { expect } from "@playwright/test"
import { request, type IncomingHttpHeaders } from "node:http"
import { buffer } from "node:stream/consumers"

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; bytes: Buffer }

/**
 * Asks a server of this machine for an address, as it is written. Where names below `localhost` lead,
 * only browsers know for sure: here they are no more than the Host.
 */
export function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { origin, host, port } = new URL(url)
  const path = url.slice(origin.length)
  const asked = request({ host: "localhost", port, path, headers: { ...headers, Host: host } })
  return new Promise((done, fail) => {
    asked.on("response", (response) => {
      const { statusCode: status = 0, headers } = response
      buffer(response).then(
        (bytes) => done({ status, headers, body: bytes.toString("utf8"), bytes }),
        fail,
      )
    })
    asked.on("error", fail).end()
  })
}

export const statusOf = async (url: string) => (await ask(url)).status

/** Waits until an address is answered so. */
export const expectStatus = (url: string, status: number) =>
  expect.poll(() => statusOf(url).catch(() => "no answer")).toBe(status)

/** What a site answers at these addresses, and at all that its answers name. */
export async function crawl(
  site: string,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>()
  const known = new Set(addresses)
  for (const address of known) {
    const answer = await ask(site + address)
    answers.set(address, answer)
    const type = answer.headers["content-type"] ?? ""
    for (const named of /html|xml|json|plain/.test(type) ? namedIn(answer.body, site) : []) {
      known.add(named)
    }
  }
  return answers
}

/** Whatever looks like an address of the site, in a page, a feed or a list. */
const namedIn = (body: string, site: string): readonly string[] =>
  [...body.matchAll(/(?<=^|[\s"'(>=])(?:https?:\/)?\/[^\s"'<>()\\#]*/g)]
    .map(([address]) => (address.startsWith(`${site}/`) ? address.slice(site.length) : address))
    .filter((address) => /^\/(?!\/)/.test(address))
