import type { IncomingMessage, ServerResponse } from "node:http"
import { pipeline } from "node:stream/promises"
import {
  notFoundAddress,
  patternOf,
  type Encoding,
  type Manifest,
  type ServedFile,
} from "../deliver/manifest"
import { markdownFile, withSlash } from "../model/addresses"
import { readersSegment } from "../model/readers-address"
import {
  cacheControl,
  commonHeaders,
  drawingPolicy,
  isDrawing,
  pageHeaders,
} from "../deliver/policy"
import {
  decodePath,
  encodingsFor,
  findRange,
  isFresh,
  isOther,
  prefersMarkdown,
  type Target,
} from "./request"
import type { Content, LiveSite } from "./live-site"

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** Answers a request for what it was found to ask for. */
export type Answer = (request: IncomingMessage, response: ServerResponse, target: Target) => unknown

/** Says whether the server is well: the one address that is no file's, also of a private site. */
export const healthAddress = "/healthz"

/**
 * Answers requests from a finished site.
 *
 * @param run answers the routes that only Next.js can
 * @param readers answers what the service for readers is asked
 */
export function createAnswer(site: LiveSite, run: Handler, readers?: Handler): Answer {
  return async (request, response, target) => {
    const manifest = site.manifest()
    const { method } = request
    const { address } = target
    const inside = insideOf(address, manifest)
    if (readers && inside?.startsWith(readersSegment) && !manifest.unlisted) {
      request.url = withoutBase(target, manifest)
      for (const [name, value] of Object.entries(commonHeaders(manifest))) {
        response.setHeader(name, value)
      }
      return readers(request, response)
    }
    if (inside !== undefined && address !== healthAddress && isRunning(inside, manifest)) {
      request.url = withoutBase(target, manifest)
      for (const [name, value] of Object.entries({
        ...commonHeaders(manifest),
        ...pageHeaders,
      })) {
        response.setHeader(name, value)
      }
      return run(request, response)
    }

    if (method === "OPTIONS") return sayMethods(response, 204)
    if (method !== "GET" && method !== "HEAD") return sayMethods(response, 405)
    if (address === healthAddress) return sayHealth(response, site)
    return answerAddress(site, request, response, target)
  }
}

async function answerAddress(
  site: LiveSite,
  request: IncomingMessage,
  response: ServerResponse,
  { address, query }: Target,
): Promise<void> {
  // A new build may take the old one's place between two steps; then the question is asked again.
  for (let tries = 0; tries < 3; tries++) {
    const manifest = site.manifest()
    const inside = insideOf(address, manifest)
    const file = inside === undefined ? undefined : findLiked(manifest, inside, request)
    if (file) {
      if (await sendFile(site, request, response, file, 200)) return
      continue
    }

    const target = inside === undefined ? undefined : findRedirect(manifest, inside)
    if (target !== undefined) {
      const search = query === "" ? "" : `?${query}`
      response.setHeader("Location", manifest.base + target + search)
      // A post that has moved may move back: a browser that kept this would go in a circle.
      response.setHeader("Cache-Control", cacheControl(false, site.isPrivate))
      return say(response, 308, "Permanent Redirect")
    }
    const missing = manifest.files[notFoundAddress]
    if (!missing) return say(response, 404, "Not Found")
    if (await sendFile(site, request, response, missing, 404)) return
  }
  response.setHeader("Retry-After", "1")
  return say(response, 503, "Service Unavailable")
}

/** An address as it is below the base: "" for the base itself, nothing for one outside. */
function insideOf(address: string, { base }: Manifest): string | undefined {
  const root = decodePath(base) ?? ""
  return address === root || address.startsWith(`${root}/`) ? address.slice(root.length) : undefined
}

/**
 * The same for a request's target, which is percent-encoded in any way that the client likes. Next.js,
 * which knows nothing of the base, would redirect to an address without it if the slash at the end
 * were not as it wants it.
 */
function withoutBase({ path, query }: Target, { base }: Manifest): string {
  const inside = `/${path.split("/").slice(base.split("/").length).join("/")}`
  return inside.replace(/\/[^/.]+$/, "$&/").replace(/(\.\w+)\/$/, "$1") + (query && `?${query}`)
}

/** The 404 page is shown in place of others, and has no address of its own. */
const findFile = ({ files }: Manifest, address: string) =>
  address !== notFoundAddress && Object.hasOwn(files, address) ? files[address] : undefined

/** A page, or its text as Markdown for who would rather have that. */
function findLiked(manifest: Manifest, address: string, request: IncomingMessage) {
  const text = findText(manifest, address)
  return text && prefersMarkdown(request) ? text : findFile(manifest, address)
}

const findText = (manifest: Manifest, address: string) =>
  address.endsWith("/") ? findFile(manifest, address + markdownFile) : undefined

/** Where an address leads that is not canonical: an alias, one without its slash, an `index.html`. */
function findRedirect({ files, redirects }: Manifest, address: string): string | undefined {
  const canonical = withSlash(address.replace(/\/index\.html?$/, "/"))
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
  status: 200 | 404,
): Promise<boolean> {
  const liked = encodingsFor(request, file)
  const { range: wanted } = request.headers
  const whole = status !== 200 || request.method !== "GET" || wanted === undefined
  const encoding = !whole && liked.includes("identity") ? "identity" : liked[0]
  const form = encoding && file.forms[encoding]
  if (!encoding || !form) {
    say(response, 406, "Not Acceptable")
    return true
  }
  const content = await site.read(file, encoding)
  if (content === undefined) return false

  const etag = `"${form.hash}"`
  const headers = headersOf(file, encoding, status, site)
  if (status === 200 && isOther(request, etag)) {
    await close(content)
    say(response, 412, "Precondition Failed")
    return true
  }
  if (status === 200 && isFresh(request, etag)) {
    response.writeHead(304, headers).end()
    await close(content)
    return true
  }
  const range = whole || encoding !== "identity" ? undefined : findRange(request, form.size, etag)
  if (range === "unsatisfiable") {
    response.setHeader("Content-Range", `bytes */${form.size}`)
    await close(content)
    say(response, 416, "Range Not Satisfiable")
    return true
  }
  const { start, end } = range ?? { start: 0, end: form.size - 1 }
  const length = ["Content-Length", String(end - start + 1)]
  sentLengths.set(response, end - start + 1)
  const part = range ? ["Content-Range", `bytes ${start}-${end}/${form.size}`] : []
  response.writeHead(range ? 206 : status, [...headers, ...length, ...part])
  await sendContent(request, response, content, start, end)
  return true
}

const sentLengths = new WeakMap<ServerResponse, number>()

/** How many bytes a response has promised, for the log. */
export const lengthOf = (response: ServerResponse) =>
  sentLengths.get(response) ?? response.getHeader("Content-Length")

/** Headers are the same at every request: names and values in turn, as Node.js sends them fastest. */
const remembered = new WeakMap<ServedFile, Map<string, readonly string[]>>()

function headersOf(
  file: ServedFile,
  encoding: Encoding,
  status: 200 | 404,
  site: LiveSite,
): string[] {
  const ofFile = remembered.get(file) ?? new Map<string, readonly string[]>()
  remembered.set(file, ofFile)
  const key = `${encoding} ${status}`
  const known = ofFile.get(key) ?? Object.entries(headersFrom(file, encoding, status, site)).flat()
  ofFile.set(key, known)
  return known as string[]
}

function headersFrom(file: ServedFile, encoding: Encoding, status: 200 | 404, site: LiveSite) {
  const headers: Record<string, string> = {
    "Content-Type": file.type,
    "Cache-Control": cacheControl(file.immutable, site.isPrivate),
    ...commonHeaders(site.manifest()),
  }
  const { policy, forms } = file
  if (policy !== undefined) {
    Object.assign(headers, pageHeaders, { "Content-Security-Policy": policy })
  }
  if (isDrawing(file.type)) headers["Content-Security-Policy"] = drawingPolicy
  const hasText =
    findText(site.manifest(), `/${file.path.replace(/index\.\w+$/, "")}`) !== undefined
  const varies = [
    ...(hasText ? ["Accept"] : []),
    ...(Object.keys(forms).length > 1 ? ["Accept-Encoding"] : []),
  ]
  if (varies.length > 0) headers["Vary"] = varies.join(", ")
  if (encoding !== "identity") headers["Content-Encoding"] = encoding
  if (status === 200) {
    headers["ETag"] = `"${forms[encoding]?.hash}"`
    headers["Accept-Ranges"] = "bytes"
  }
  return headers
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

/** Whether Next.js answers an address. */
function isRunning(inside: string, { running }: Manifest): boolean {
  const path = inside.replace(/\/$/, "") || "/"
  return running.some((route) => new RegExp(`^${patternOf(route)}$`).test(path))
}

async function sayHealth(response: ServerResponse, site: LiveSite): Promise<void> {
  const isThere = await site.isThere()
  response.setHeader("Cache-Control", "no-store")
  response.setHeader("Content-Type", "application/json; charset=utf-8")
  const { version } = site.manifest()
  const health = isThere ? { status: "ok", version } : { status: "the site is gone from the disk" }
  end(response, isThere ? 200 : 503, JSON.stringify(health))
}

export function sayMethods(response: ServerResponse, status: 204 | 405): void {
  response.setHeader("Allow", "GET, HEAD, OPTIONS")
  if (status === 204) response.writeHead(status).end()
  else say(response, status, "Method Not Allowed")
}

/** A short answer in plain text: never a stack trace. */
export function say(response: ServerResponse, status: number, words: string): void {
  if (status >= 400) response.setHeader("Cache-Control", "no-store")
  response.setHeader("Content-Type", "text/plain; charset=utf-8")
  end(response, status, words)
}

function end(response: ServerResponse, status: number, words: string): void {
  response.setHeader("X-Content-Type-Options", "nosniff")
  response.setHeader("Content-Length", Buffer.byteLength(words))
  response.writeHead(status).end(response.req.method === "HEAD" ? undefined : words)
}
