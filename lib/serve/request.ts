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

/**
 * The path and query of a request's first line. To a proxy, and to a server that it may take for one, a
 * client also writes whose address it means: that counts for nothing.
 */
export const targetOf = ({ url = "/" }: Pick<IncomingMessage, "url">): string =>
  url.replace(/^https?:\/\/[^/?#]*/i, "")

/** A path without its percent-encoding, or nothing if it is none that a browser would send. */
export function decodePath(path: string): string | undefined {
  try {
    const address = decodeURIComponent(path)
    return address.startsWith("/") && !/[\0\\]/.test(address) ? address.normalize("NFC") : undefined
  } catch {
    return undefined
  }
}
