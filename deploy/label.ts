import { createHash } from "node:crypto"

/** Octets that one label of a host name may have (RFC 1035). */
const longest = 63

/** A label of a host name, and so of a folder: letters, digits, and hyphens between them. */
const form = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

/**
 * The host labels that a branch may have, the best first: `feature/Größe` is `feature-grosse`, and
 * where another branch has that already, or letters had to be left out, one with a hash of the name.
 */
export function labelsOf(branch: string): readonly string[] {
  const letters = branch
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/\p{M}/gu, "")
  const plain = letters.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "")
  const hash = createHash("sha256").update(branch).digest("hex").slice(0, 8)
  const short = plain.slice(0, longest - hash.length - 1).replace(/-$/, "")
  const hashed = `${short || "branch"}-${hash}`
  const isWhole = plain !== "" && plain.length <= longest && !/[^\p{ASCII}]/u.test(letters)
  return isWhole ? [plain, hashed] : [hashed]
}

/** The address of a preview. @param pattern with `*` where the label goes */
export const previewUrl = (pattern: string, label: string) =>
  pattern.replace("*", label).replace(/\/*$/, "/")

/**
 * Which site a request is for, from its Host header. Whatever is no preview's is the live site's: a
 * proxy, a health check and a reader may each call it by another name.
 *
 * @param pattern the address of a preview, with `*` where the label goes
 * @returns the label of a preview; "" for a host below the previews' that can be none's
 */
export function findLabel(host: string | undefined, pattern?: string): string | undefined {
  if (host === undefined || pattern === undefined) return undefined
  const name = host.replace(/:\d*$/, "").replace(/\.$/, "").toLowerCase()
  const parent = new URL(pattern.replace("*.", "")).hostname
  if (name === parent) return ""
  if (!name.endsWith(`.${parent}`)) return undefined
  const label = name.slice(0, -parent.length - 1)
  return label.length <= longest && form.test(label) ? label : ""
}
