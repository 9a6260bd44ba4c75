import { createHmac, timingSafeEqual } from "node:crypto"

/** What a link to a private preview lets its holder read: all addresses that begin so, until then. */
export type Share = {
  /** The name of its host and an address, "preview.example.org/posts/my-post/", not percent-encoded. */
  scope: string
  /** Milliseconds since 1970. */
  expires: number
}

/** The name of the key in a link's query. */
export const shareParameter = "share"

/** A share as text that nobody without the secret can make or alter: HMAC-SHA256 (RFC 2104). */
export function formatShare({ scope, expires }: Share, secret: string): string {
  const claim = `${expires}.${Buffer.from(scope).toString("base64url")}`
  return `${claim}.${signatureOf(claim, secret)}`
}

/**
 * What a key lets its holder read.
 *
 * @param now in milliseconds since 1970
 * @returns undefined if it is no key of this secret; "expired" if it was one
 */
export function parseShare(
  key: string,
  secret: string,
  now: number,
): Share | "expired" | undefined {
  const [, claim = "", digits = "", encoded = "", signature = ""] =
    /^((\d{1,16})\.([\w-]*))\.([\w-]+)$/.exec(key) ?? []
  // Both are hashed to the same length, and compared in a time that tells nothing.
  const expected = Buffer.from(signatureOf(claim, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined

  const expires = Number(digits)
  if (expires <= now) return "expired"
  return { scope: Buffer.from(encoded, "base64url").toString(), expires }
}

const signatureOf = (claim: string, secret: string) =>
  createHmac("sha256", secret).update(claim).digest("base64url")
