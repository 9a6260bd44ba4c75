import { readFileSync } from "node:fs"

/** @type {{ from: string, to: string }[]} */
const redirects = JSON.parse(readFileSync(".contentlayer/redirects.json", "utf8"))

/** @type {import("next").NextConfig} */
export default {
  trailingSlash: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm test` checks types once, over everything and not only what the pages import.
  typescript: { ignoreBuildErrors: true },
  redirects: () =>
    Promise.resolve(
      redirects.flatMap(({ from, to }) =>
        [from, `${from}index.html`].map((source) => ({
          source: escapePattern(source),
          destination: to,
          permanent: true,
        })),
      ),
    ),
}

/**
 * An address as a pattern that matches only it: these characters are path-to-regexp's own.
 * @param {string} address
 */
function escapePattern(address) {
  return address.replace(/[:*?+(){}]/g, "\\$&")
}
