import type { IncomingMessage, ServerResponse } from "node:http"
import { pipeline } from "node:stream/promises"
import Negotiator from "negotiator"
import parseRange from "range-parser"
import { notFoundAddress, type Encoding, type Manifest, type ServedFile } from "./manifest"
import { cacheControl, securityHeaders } from "./policy"
import type { Content, LiveSite } from "./site"

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** Longer paths are nobody's: browsers and proxies stop at about as much. */
const longestUrl = 8_000

/** Best first, where a client likes them equally. */
const encodings: readonly Encoding[] = ["br", "gzip", "identity"]

/**
 * Answers requests from a finished site.
 *
 * @param run answers the routes that only Next.js can
 */
export function createAnswer(site: LiveSite, run: Handler): Handler {
  return async (request, response) => {
    const manifest = site.manifest()
    for (const [name, value] of Object.entries(securityHeaders(manifest.secure))) {
      response.setHeader(name, value)
    }
    const url = request.url ?? "/"
    if (url.length > longestUrl) return say(response, 414, "URI Too Long")

    const [path = "/", query = ""] = url.split(/\?(.*)/s, 2)
    if (path === "/healthz") return sayHealthy(request, response, manifest)
    const address = decode(path)
    if (address === undefined) return say(response, 400, "Bad Request")
    if (manifest.running.length > 0 && isRunning(address, manifest)) {
      request.url = url.slice(manifest.base.length)
      return run(request, response)
    }

    if (request.method === "OPTIONS") {
      response.setHeader("Allow", "GET, HEAD, OPTIONS")
      return say(response, 204, "")
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD, OPTIONS")
      return say(response, 405, "Method Not Allowed")
    }
    return answerAddress(site, request, response, address, query)
  }
}

async function answerAddress(
  site: LiveSite,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
  query: string,
): Promise<void> {
  // A new build may take the old one's place between two steps; then the question is asked again.
  for (let tries = 0; tries < 5; tries++) {
    const manifest = site.manifest()
    const { base, files } = manifest
    const inside =
      address === base
        ? ""
        : address.startsWith(`${base}/`)
          ? address.slice(base.length)
          : undefined
    const file = inside === undefined ? undefined : findFile(files, inside)
    if (file) {
      if (await sendFile(site, request, response, file, 200)) return
      continue
    }

    const target = inside === undefined ? undefined : findRedirect(manifest, inside)
    if (target !== undefined) {
      const search = query === "" ? "" : `?${query}`
      response.setHeader("Location", base + target + search)
      return say(response, 308, "Permanent Redirect")
    }
    const missing = files[notFoundAddress]
    if (!missing) return say(response, 404, "Not Found")
    if (await sendFile(site, request, response, missing, 404)) return
  }
  response.setHeader("Retry-After", "1")
  return say(response, 503, "Service Unavailable")
}

/** The 404 page is shown in place of others, and has no address of its own. */
const findFile = (files: Manifest["files"], address: string) =>
  address !== notFoundAddress && Object.hasOwn(files, address) ? files[address] : undefined

/** Where an address leads that is not canonical: an alias, one without its slash, an `index.html`. */
function findRedirect({ files, redirects }: Manifest, address: string): string | undefined {
  const canonical = address.replace(/\/index\.html?$/, "/").replace(/\/*$/, "/")
  if (Object.hasOwn(redirects, canonical)) return redirects[canonical]
  const exists = canonical !== address && Object.hasOwn(files, canonical)
  return exists ? encodeURI(canonical) : undefined
}

/**
 * Sends a file in the form that the client likes best.
 *
 * @returns whether it was there: if not, a new build has taken its place
 */
async function sendFile(
  site: LiveSite,
  request: IncomingMessage,
  response: ServerResponse,
  file: ServedFile,
  status: number,
): Promise<boolean> {
  const ranged = status === 200 && request.headers.range !== undefined
  const encoding = ranged ? "identity" : findEncoding(request, file)
  const form = encoding && file.forms[encoding]
  if (!encoding || !form) {
    say(response, 406, "Not Acceptable")
    return true
  }
  const content = await site.read(file, encoding)
  if (content === undefined) return false

  const etag = `"${form.hash}"`
  response.setHeader("Content-Type", file.type)
  response.setHeader("Cache-Control", cacheControl(file.immutable))
  if (file.policy !== undefined) response.setHeader("Content-Security-Policy", file.policy)
  if (Object.keys(file.forms).length > 1) response.setHeader("Vary", "Accept-Encoding")
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding)
  if (status === 200) {
    response.setHeader("ETag", etag)
    response.setHeader("Accept-Ranges", "bytes")
    if (isFresh(request, etag)) {
      response.writeHead(304).end()
      await close(content)
      return true
    }
  }
  const range = ranged ? findRange(request, form.size, etag) : undefined
  if (range === "unsatisfiable") {
    response.setHeader("Content-Range", `bytes */${form.size}`)
    await close(content)
    say(response, 416, "Range Not Satisfiable")
    return true
  }
  const { start, end } = range ?? { start: 0, end: form.size - 1 }
  if (range) response.setHeader("Content-Range", `bytes ${start}-${end}/${form.size}`)
  response.setHeader("Content-Length", end - start + 1)
  response.writeHead(range ? 206 : status)
  await sendContent(request, response, content, start, end)
  return true
}

async function sendContent(
  { method }: IncomingMessage,
  response: ServerResponse,
  content: Content,
  start: number,
  end: number,
): Promise<void> {
  if (method === "HEAD" || end < start) {
    response.end()
    return close(content)
  }
  if (Buffer.isBuffer(content)) {
    response.end(content.subarray(start, end + 1))
    return
  }
  // A client that goes away in the middle is no fault of ours.
  await pipeline(content.createReadStream({ start, end }), response).catch(() => undefined)
}

async function close(content: Content): Promise<void> {
  if (!Buffer.isBuffer(content)) await content.close()
}

/** Content negotiation with quality values (RFC 9110, 12.5.3). */
function findEncoding(request: IncomingMessage, { forms }: ServedFile): Encoding | undefined {
  const header = request.headers["accept-encoding"]
  const available = encodings.filter((encoding) => forms[encoding])
  if (header === undefined || header === "") return "identity"
  const liked = new Negotiator(request).encodings([...available], { preferred: [...available] })
  return available.find((encoding) => encoding === liked[0])
}

/** Whether the client has what it asks for (RFC 9110, 13.1.2). */
function isFresh(request: IncomingMessage, etag: string): boolean {
  const header = request.headers["if-none-match"]
  if (header === undefined) return false
  return (
    header.trim() === "*" ||
    header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag)
  )
}

/** One range of bytes; several at once, or one of another version, mean the whole file. */
function findRange(
  request: IncomingMessage,
  size: number,
  etag: string,
): { start: number; end: number } | "unsatisfiable" | undefined {
  const condition = request.headers["if-range"]
  if (condition !== undefined && condition !== etag) return undefined
  const ranges = parseRange(size, request.headers.range ?? "")
  if (ranges === -1) return "unsatisfiable"
  if (ranges === -2 || ranges.type !== "bytes" || ranges.length !== 1) return undefined
  return ranges[0]
}

/** A path without its percent-encoding, or nothing if it is none that a browser would send. */
function decode(path: string): string | undefined {
  try {
    const address = decodeURIComponent(path)
    return address.startsWith("/") && !/[\0\\]/.test(address) ? address.normalize("NFC") : undefined
  } catch {
    return undefined
  }
}

/** Whether Next.js answers an address: one of a route with `[names]` in place of segments. */
function isRunning(address: string, { base, running }: Manifest): boolean {
  const path = address.slice(base.length).replace(/\/$/, "")
  return running.some((route) => {
    const pattern = route
      .replaceAll(/[.*+?^${}()|\\]/g, "\\$&")
      .replaceAll(/\[\\\.\\\.\\\.[^\]]+\]/g, ".+")
      .replaceAll(/\[[^\]]+\]/g, "[^/]+")
    return new RegExp(`^${pattern}$`).test(path)
  })
}

function sayHealthy(request: IncomingMessage, response: ServerResponse, { version }: Manifest) {
  response.setHeader("Cache-Control", "no-store")
  response.setHeader("Content-Type", "application/json; charset=utf-8")
  response
    .writeHead(200)
    .end(request.method === "HEAD" ? undefined : JSON.stringify({ status: "ok", version }))
}

/** A short answer in plain text: never a stack trace. */
function say(response: ServerResponse, status: number, words: string): void {
  response.setHeader("Content-Type", "text/plain; charset=utf-8")
  response.removeHeader("Content-Encoding")
  response.setHeader("Content-Length", Buffer.byteLength(words))
  response.writeHead(status).end(response.req.method === "HEAD" ? undefined : words)
}
