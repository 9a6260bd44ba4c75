import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { join } from "node:path"

/** What the server knows of a finished site: it lies in `dist`, as a file that is never served. */
export type Manifest = {
  /** Changes with every build that changes something. */
  version: string
  /** Path below which the site is served, without a slash at its end: "" or "/blog". */
  base: string
  /** Whether the public address is https. */
  secure: boolean
  /** What browsers are told about https beyond this host; in sites built before, nothing. */
  strictTransportSecurity?: readonly string[]
  /** Whether search engines shall pass it by. */
  unlisted: boolean
  /** Every file by its address, which begins with / and is not percent-encoded. */
  files: Record<string, ServedFile>
  /** Address → address, for good. */
  redirects: Record<string, string>
  /** Patterns of paths that Next.js has to answer at run time. */
  running: readonly string[]
}

export type ServedFile = {
  /** Path below `dist`. */
  path: string
  type: string
  /** Named by its content, so that it never changes. */
  immutable: boolean
  /** Whether the build before this one wrote it, for readers who still have its pages open. */
  former?: boolean
  /** Content-Security-Policy of a page. */
  policy?: string
  /** The file as it is, and its compressed forms. */
  forms: Partial<Record<Encoding, Form>>
}

export type Encoding = "identity" | "gzip" | "br"

/** A form of a file: its size in bytes, and its content's hash, which is its ETag. */
export type Form = { size: number; hash: string }

export const hashOf = (content: Buffer) =>
  createHash("sha256").update(content).digest("base64url").slice(0, 22)

/** What is added to a file's name in each form. */
export const endings: Record<Encoding, string> = { identity: "", gzip: ".gz", br: ".br" }

export const manifestName = ".site.json"

/**
 * Whether a reader who opened a page before the next build still needs a file: its styles, scripts and
 * fonts. An image that was taken back goes with the build that no longer has it.
 */
export const isKept = (address: string, { immutable, former }: ServedFile) =>
  immutable && !former && !/^\/(?:images|components)\//.test(address)

/** Address of the page that is shown for an address that does not exist. */
export const notFoundAddress = "/404.html"

/** The regular expression of a route's paths: it has `[names]` in place of segments. */
export const patternOf = (route: string) =>
  route
    .replaceAll(/[.*+?^${}()|\\]/g, "\\$&")
    .replaceAll(/\/\[\[[^\]]+\]\]/g, "(?:/.*)?")
    .replaceAll(/\[\\\.\\\.\\\.[^\]]+\]/g, ".+")
    .replaceAll(/\[[^\]]+\]/g, "[^/]+")

/** @throws Error if there is no finished site in `dist` */
export async function readManifest(dist: string): Promise<Manifest> {
  const path = join(dist, manifestName)
  const manifest = parseManifest(await readFile(path, "utf8").catch(() => ""))
  if (manifest) return manifest
  throw new Error(`Unexpected absence of a finished site in ${dist}, expected it in ${path}`)
}

function parseManifest(text: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(text) as Partial<Manifest> | null
    const { files, redirects, running } = manifest ?? {}
    return manifest && files && redirects && running ? (manifest as Manifest) : undefined
  } catch {
    return undefined
  }
}
