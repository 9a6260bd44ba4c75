import type { IncomingMessage } from "node:http"
import Negotiator from "negotiator"
import type { Encoding, ServedFile } from "../deliver/manifest"

type Request = Pick<IncomingMessage, "headers">

/** The bytes from `start` to `end`, both included. */
export type Range = { start: number; end: number }

/** Best first, where a client likes them equally. */
const encodings: readonly Encoding[] = ["br", "gzip", "identity"]

/** The forms of a file that a client takes, the one it likes best first (RFC 9110, 12.5.3). */
export function encodingsFor(request: Request, { forms }: ServedFile): readonly Encoding[] {
  const header = request.headers["accept-encoding"]
  if (header === undefined || header === "") return ["identity"]
  const available = encodings.filter((encoding) => forms[encoding])
  const liked = new Negotiator(request).encodings([...available], { preferred: [...available] })
  return liked.flatMap((name) => available.find((encoding) => encoding === name) ?? [])
}

/** Whether the client would rather have Markdown than a page (RFC 9110, 12.5.1): it has to say so. */
export function prefersMarkdown(request: Request): boolean {
  const header = request.headers.accept ?? ""
  if (header.length > 1000 || !/text\/markdown/i.test(header)) return false
  return new Negotiator(request).mediaTypes(["text/html", "text/markdown"])[0] === "text/markdown"
}

/** Whether the client has what it asks for (RFC 9110, 13.1.2). */
export function isFresh(request: Request, etag: string): boolean {
  const header = request.headers["if-none-match"]
  if (header === undefined) return false
  return (
    header.trim() === "*" ||
    header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag)
  )
}

/**
 * Whether the client wants a version of a file that this one is not (RFC 9110, 13.1.1). There are no
 * dates of files to hold the other conditions against.
 */
export function isOther(request: Request, etag: string): boolean {
  const header = request.headers["if-match"]
  if (header === undefined || header.trim() === "*") return false
  return !header.split(",").some((tag) => tag.trim() === etag)
}

/**
 * The part of a file that the client asks for (RFC 9110, 14.1.2). Several parts at once, a part of
 * another version, and what is no range of bytes mean the whole file.
 */
export function findRange(
  { headers }: Request,
  size: number,
  etag: string,
): Range | "unsatisfiable" | undefined {
  const condition = headers["if-range"]
  if (condition !== undefined && condition !== etag) return undefined
  const [, first, last] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(headers.range ?? "") ?? []
  if (first === undefined || last === undefined || first + last === "") return undefined
  if (first !== "" && last !== "" && Number(last) < Number(first)) return undefined

  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1)
  return start < size ? { start, end } : "unsatisfiable"
}

/** What a request asks for, read once: whoever decides about it and whoever answers it see the same. */
export type Target = {
  /** Begins with /, and is not percent-encoded. */
  address: string
  /** The same as the client wrote it. */
  path: string
  /** What comes after the question mark. */
  query: string
}

/**
 * The target in a request's first line (RFC 9112, 3.2).
 *
 * @returns undefined if it is none that a browser would send
 */
export function findTarget({ url = "/" }: Pick<IncomingMessage, "url">): Target | undefined {
  if (/[\0-\x20\x7f]/.test(url)) return undefined
  const rest = url.replace(absoluteForm, "")
  const question = rest.indexOf("?")
  const written = question === -1 ? rest : rest.slice(0, question)
  const path = written === "" && rest !== url ? "/" : written
  const address = decodePath(path)
  const query = question === -1 ? "" : rest.slice(question + 1)
  return address === undefined ? undefined : { address, path, query }
}

/** To a proxy, and to a server that it may take for one, a client also writes whose address it means. */
const absoluteForm = /^https?:\/\/([^/?#]+)/i

/** A path without its percent-encoding, or nothing if it is none. */
export function decodePath(path: string): string | undefined {
  try {
    const address = decodeURIComponent(path)
    return address.startsWith("/") && !/[\0\\]/.test(address) ? address.normalize("NFC") : undefined
  } catch {
    return undefined
  }
}

/** A host as a request names it: a name or an IP address, and a port. */
const hostForm = /^(?:[\w.-]+|\[[\da-f:.]+\])?(?::\d{0,5})?$/i

/**
 * The host that a request is for: the one in its target, else its Host header (RFC 9112, 3.2.2).
 *
 * @returns undefined if there is more than one header, or what it says is no host
 */
export function findHost({
  url = "/",
  rawHeaders,
}: Pick<IncomingMessage, "url" | "rawHeaders">): string | undefined {
  const named = rawHeaders.filter(
    (_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === "host",
  )
  const [header = ""] = named
  const host = absoluteForm.exec(url)?.[1]?.replace(/^[^@]*@/, "") ?? header
  const isSound = named.length <= 1 && [header, host].every((one) => hostForm.test(one))
  return isSound ? host : undefined
}
