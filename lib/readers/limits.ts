import { createHmac, randomBytes } from "node:crypto"
import { isIPv6 } from "node:net"

type Options = {
  /** How many, in how many milliseconds, from one block of addresses, and from all. */
  most: number
  window: number
  mostOfAll: number
}

/** Blocks that are counted at once: beyond, whoever is new is counted as one. */
const mostBlocks = 10_000

/**
 * Counts who asks how often, without keeping an address: a block of them is known by a hash whose salt is
 * gone with the window, and is never written anywhere.
 *
 * @returns whether one more is too many
 */
export function createLimit({ most, window, mostOfAll }: Options) {
  let salt = randomBytes(32)
  let counts = new Map<string, number>()
  let all = 0
  let begun = -Infinity
  return (address: string, now: number): boolean => {
    if (now - begun >= window || now < begun) {
      salt = randomBytes(32)
      counts = new Map()
      all = 0
      begun = now
    }
    const known = createHmac("sha256", salt).update(blockOf(address)).digest("base64url")
    const key = counts.has(known) || counts.size < mostBlocks ? known : ""
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > most) return true // it is not to be counted as one of all: it would shut the others out
    all += 1
    return all > mostOfAll
  }
}

/** What one household or company has: 24 bits of an IPv4 address, 48 of an IPv6 one. */
export function blockOf(address: string): string {
  const [, four] = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address) ?? []
  if (four !== undefined) return four
  if (!isIPv6(address)) return ""
  const [before = "", after = ""] = address.toLowerCase().split("%", 1)[0]?.split("::") ?? []
  const head = before === "" ? [] : before.split(":")
  const tail = after === "" ? [] : after.split(":")
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => "0")
  return [...head, ...zeros, ...tail]
    .slice(0, 3)
    .map((part) => parseInt(part, 16))
    .join(":")
}
