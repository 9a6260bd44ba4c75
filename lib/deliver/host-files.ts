import { feedAddressOf, seriesListAddress, tagsAddress } from "../model/addresses"
import type { Redirect } from "../model/delivery-settings"
import { feedTypes } from "../model/media-type"
import type { Manifest } from "./manifest"
import {
  cacheControl,
  commonHeaders,
  pageHeaders,
  policyOf,
  unionOf,
  type PolicyNeeds,
} from "./policy"

/**
 * `_headers`, for static hosts that read it (Netlify, Cloudflare Pages). A host sends one policy for
 * all pages, with all that any of them needs; what a page may do beyond that, its own `<meta>` forbids.
 */
export function hostHeaders(manifest: Manifest, needs: readonly PolicyNeeds[]): string {
  const { base } = manifest
  const common = {
    "Content-Security-Policy": policyOf(unionOf(needs)),
    ...commonHeaders(manifest),
    ...pageHeaders,
  }
  // By its name alone, a host takes a feed for any other JSON.
  const feeds = ["/", `${seriesListAddress}:id/`, `${tagsAddress}:tag/`].map((page) =>
    rule(base + feedAddressOf(page, "json"), { "Content-Type": feedTypes.json }),
  )
  const immutable = { "Cache-Control": cacheControl(true) }
  return [
    rule(`${base}/*`, common),
    rule(`${base}/_next/static/*`, immutable),
    rule(`${base}/enhance/*`, immutable),
    rule(`${base}/components/*`, immutable),
    rule(`${base}/images/*`, immutable),
    ...feeds,
  ].join("\n")
}

const rule = (path: string, headers: Readonly<Record<string, string>>) =>
  `${path}\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join("")}`

/** `_redirects`, for the same hosts: an earlier address, with and without its slash. */
export const hostRedirects = ({ base }: Manifest, redirects: readonly Redirect[]): string =>
  redirects
    .flatMap(({ from, to }) =>
      [from, from.replace(/\/$/, ""), `${from}index.html`].map(
        (path) => `${base}${path} ${base}${to} 301\n`,
      ),
    )
    .join("")
