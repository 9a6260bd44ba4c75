import type { Manifest } from "./manifest"

/** What one page needs beyond files of the site itself. */
export type PolicyNeeds = {
  /** `'sha256-…'` of each of its inline scripts. */
  scriptHashes: readonly string[]
  /** Origins of its pictures from elsewhere. */
  imageOrigins: readonly string[]
  /** Origins of what it may show in frames. */
  frameOrigins: readonly string[]
  /** Whether a form on it is sent to the site. */
  forms: boolean
  /** Whether an element has a style attribute. */
  styleAttributes: boolean
}

/**
 * The Content-Security-Policy of a page (CSP Level 3): everything comes from the site itself, and no
 * inline script runs but those that were there when the page was built.
 */
export function policyOf({
  scriptHashes,
  imageOrigins,
  frameOrigins,
  forms,
  styleAttributes,
}: PolicyNeeds): string {
  const directives = [
    ["default-src", "'self'"],
    ["script-src", "'self'", ...scriptHashes],
    ...(styleAttributes ? [["style-src-attr", "'unsafe-inline'"]] : []),
    ["img-src", "'self'", "data:", ...imageOrigins],
    ...(frameOrigins.length > 0 ? [["frame-src", ...frameOrigins]] : []),
    ["object-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", forms ? "'self'" : "'none'"],
    ["frame-ancestors", "'none'"],
  ]
  return directives.map((words) => words.join(" ")).join("; ")
}

/**
 * The policy of a drawing that is opened by its own address, as a document of the site: it shows
 * itself, and neither runs nor loads anything. To a drawing in a page it means nothing.
 */
export const drawingPolicy =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; sandbox"

export const isDrawing = (type: string) => type.startsWith("image/svg+xml")

/** The part of a policy that a `<meta>` can say: `frame-ancestors` is for headers only. */
export const metaPolicyOf = (policy: string) => policy.replace(/; frame-ancestors [^;]*/, "")

/** What several pages together need: for hosts that send one policy for all of them. */
export function unionOf(needs: readonly PolicyNeeds[]): PolicyNeeds {
  const all = (key: "scriptHashes" | "imageOrigins" | "frameOrigins") =>
    [...new Set(needs.flatMap((one) => one[key]))].sort()
  return {
    scriptHashes: all("scriptHashes"),
    imageOrigins: all("imageOrigins"),
    frameOrigins: all("frameOrigins"),
    forms: needs.some(({ forms }) => forms),
    styleAttributes: needs.some(({ styleAttributes }) => styleAttributes),
  }
}

/** The headers of every response. */
export const commonHeaders = ({
  secure,
  strictTransportSecurity = [],
  unlisted,
}: Pick<Manifest, "secure" | "strictTransportSecurity" | "unlisted">): Readonly<
  Record<string, string>
> => ({
  "X-Content-Type-Options": "nosniff",
  ...(unlisted ? { "X-Robots-Tag": "noindex, nofollow" } : {}),
  ...(secure
    ? {
        "Strict-Transport-Security": ["max-age=63072000", ...strictTransportSecurity].join("; "),
      }
    : {}),
})

/** What a page has beyond them; to a picture or a style they mean nothing. */
export const pageHeaders: Readonly<Record<string, string>> = {
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy":
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
}

/**
 * How long a copy may be kept: a file named by its content for a year, any other is asked for again.
 * Of a private site only its reader's browser keeps any.
 */
export const cacheControl = (immutable: boolean, isPrivate = false) =>
  `${isPrivate ? "private" : "public"}, ${immutable ? "max-age=31536000, immutable" : "max-age=0, must-revalidate"}`
