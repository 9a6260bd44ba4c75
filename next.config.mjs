import { readFileSync } from "node:fs"
import { availableParallelism, networkInterfaces } from "node:os"
import { resolve } from "node:path"

import { fixture, nextFolder } from "./lib/model/build-folders.mjs"

/** @type {import("./lib/model/delivery-settings").DeliverySettings} */
const { base, redirects, unlisted } = JSON.parse(readFileSync(".partwise/delivery.json", "utf8"))

/** @type {import("next").NextConfig} */
export default {
  adapterPath: resolve("lib/deliver/adapter.mjs"),
  assetPrefix: base || undefined,
  distDir: nextFolder,
  pageExtensions: [
    "ts",
    "tsx",
    ...(fixture ? ["fixture.ts", "fixture.tsx"] : []),
    ...(process.env.NODE_ENV === "development"
      ? ["dev.ts"]
      : unlisted && !process.env["VERCEL"]
        ? ["preview.tsx"]
        : []),
  ],
  experimental: {
    cpus: availableParallelism(), // Next.js would leave one idle
    // A page that is asked for first after a change would be made from what others were made from before.
    turbopackServerFastRefresh: false,
    prefetchInlining: false, // measures what its client, which no page has, would load ahead
  },
  // A development server is looked at from a phone too: at each address that this machine has.
  allowedDevOrigins: Object.values(networkInterfaces()).flatMap((all = []) =>
    all.map(({ address }) => address),
  ),
  // With binaries, or parts that are asked for only where they are installed.
  serverExternalPackages: ["@photostructure/sqlite", "pg", "nodemailer"],
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
