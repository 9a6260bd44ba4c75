import { domainToASCII } from "node:url"

/** The most that SMTP takes: RFC 5321, 4.5.3.1. */
const longest = 254
const longestLocal = 64

/** Nothing that could end a line, hide or turn around what stands beside it, or begin another address. */
const local = /^[^\s\p{C}\p{Z}@<>()[\],;:"\\]+$/u

/**
 * An e-mail address as a reader has typed it, also with letters of other scripts (RFC 6531).
 *
 * @returns the address, and a key that is the same for all ways to write it; undefined if it is none
 */
export function parseAddress(text: string): { address: string; key: string } | undefined {
  const trimmed = text.trim().normalize("NFC")
  const at = trimmed.lastIndexOf("@")
  const name = trimmed.slice(0, at)
  const domain = domainToASCII(trimmed.slice(at + 1))
  const bytes = Buffer.byteLength(`${name}@${domain}`)
  if (at < 1 || bytes > longest || Buffer.byteLength(name) > longestLocal) return undefined
  if (!local.test(name) || /^\.|\.\.|\.$/.test(name)) return undefined
  if (!/^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/.test(domain))
    return undefined
  return { address: `${name}@${domain}`, key: `${name.toLowerCase()}@${domain}` }
}
