import { createHmac, timingSafeEqual } from "node:crypto"

/** What a link in a mail lets its holder do. */
export type Token = {
  purpose: "confirm" | "manage"
  /** Of a follower. */
  id: string
  /** To confirm: what is followed. */
  subject?: string
  /** Milliseconds since 1970; without, it holds as long as its follower. */
  expires?: number
}

/** @param site the address of the site: a token of another, which has the same secret, is none here */
export type Signing = { secret: string; site: string }

/** A token as text that nobody without the secret can make or alter: HMAC-SHA256 (RFC 2104). */
export function formatToken(token: Token, signing: Signing): string {
  const claim = Buffer.from(JSON.stringify(token)).toString("base64url")
  return `${claim}.${signatureOf(claim, signing)}`
}

/**
 * @param now milliseconds since 1970
 * @returns undefined if it is no token of this site for this purpose; "expired" if it was one
 */
export function parseToken(
  text: string,
  purpose: Token["purpose"],
  signing: Signing,
  now: number,
): Token | "expired" | undefined {
  const [claim = "", signature = "", ...rest] = text.split(".")
  const expected = Buffer.from(signatureOf(claim, signing))
  const given = Buffer.from(signature)
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return undefined
  }
  const token = JSON.parse(Buffer.from(claim, "base64url").toString()) as Token
  if (token.purpose !== purpose) return undefined
  return token.expires !== undefined && token.expires <= now ? "expired" : token
}

const signatureOf = (claim: string, { secret, site }: Signing) =>
  createHmac("sha256", secret).update(`${site}\n${claim}`).digest("base64url")
