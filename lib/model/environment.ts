import { siteUrl } from "./site"
import { siteEnvironment } from "./visibility"

/** Hosts that serve files themselves, by a variable that they set in builds. */
const staticHosts = { VERCEL: "Vercel", NETLIFY: "Netlify", CF_PAGES: "Cloudflare Pages" }

/** What is wrong with what the environment says of a build or a server, if anything is. */
export function findEnvironmentFault(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { PREVIEW_SECRET: secret, SITE_URL: url } = env
  if (secret === "") {
    return "Unexpected PREVIEW_SECRET without a value, expected a secret, or no such variable where a preview is for everybody"
  }
  try {
    if (url) siteUrl(url, "")
    if (siteEnvironment(env) === "production" || secret === undefined) return undefined
  } catch (error) {
    return (error as Error).message
  }
  const host = Object.entries(staticHosts).find(([name]) => env[name])?.[1]
  return host === undefined
    ? undefined
    : `Unexpected PREVIEW_SECRET in a build for ${host}, expected none: ${host} serves the files itself, to everybody unless a setting there says otherwise`
}
