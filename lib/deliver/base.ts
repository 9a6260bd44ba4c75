import type { Tag } from "./html"

/** Attributes that hold an address of the site, and those that hold several. */
const addressAttributes = new Set([
  "href",
  "xlink:href",
  "src",
  "poster",
  "action",
  "source",
  "data-module",
  "data-search",
])
const sourcesAttributes = new Set(["srcset", "imagesrcset"])

/** Puts the base before the addresses of the site that a tag has. */
export function prefixAddresses({ attributes }: Tag, base: string): void {
  if (base === "") return
  for (const [name, value] of attributes) {
    if (addressAttributes.has(name)) attributes.set(name, prefixAddress(value, base))
    else if (sourcesAttributes.has(name)) attributes.set(name, prefixSources(value, base))
  }
}

/**
 * An address of the site as it is below the base. Those of other sites and of this page stay as they
 * are, and so do Next.js's own files: it knows its assetPrefix.
 */
function prefixAddress(address: string, base: string): string {
  const isOurs = /^\/(?!\/)/.test(address) && !address.startsWith(`${base}/_next/`)
  return isOurs ? base + address : address
}

/** The same for the value of a srcset, in which addresses have sizes and commas between them. */
const prefixSources = (sources: string, base: string) =>
  sources.replaceAll(/(?<=^\s*|,\s+|\d[wxh],)\/\S*/g, (address) => prefixAddress(address, base))
