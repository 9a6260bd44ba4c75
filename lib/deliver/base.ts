/**
 * An address of the site as it is below the base. Those of other sites and of this page stay as they
 * are, and so do Next.js's own files: it knows its assetPrefix.
 */
export function prefixAddress(address: string, base: string): string {
  const isOurs = /^\/(?!\/)/.test(address) && !address.startsWith(`${base}/_next/`)
  return isOurs ? base + address : address
}

/** The same for the value of a srcset, in which addresses have sizes and commas between them. */
export const prefixSources = (sources: string, base: string) =>
  sources.replaceAll(/(?<=^\s*|,\s+|\d[wxh],)\/\S*/g, (address) => prefixAddress(address, base))
