import { siteUrl } from "./site"
import { siteEnvironment } from "./visibility"

/** Hosts that serve files themselves, by a variable that they set in builds. */
const staticHosts = { VERCEL: "Vercel", NETLIFY: "Netlify", CF_PAGES: "Cloudflare Pages" }

/** What a server is told for readers who follow by mail. */
const ofReaders = {
  SMTP_URL: {
    form: /^smtps?:\/\/(?:[^\s@/]+@)?[^\s@/:]+(?::\d+)?\/?(?:\?\S*)?$/,
    expected:
      "an address such as smtps://user:password@mail.example.org, % for what is no letter in it",
  },
  READERS_DELAY: { form: /^\d{1,7}$/, expected: "seconds, such as 300" },
}

/** What is wrong with what the environment says of a build or a server, if anything is. */
export function findEnvironmentFault(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { PREVIEW_SECRET: secret, SITE_URL: url } = env
  if (secret === "") {
    return "Unexpected PREVIEW_SECRET without a value, expected a secret, or no such variable where a preview is for everybody"
  }
  for (const [name, { form, expected }] of Object.entries(ofReaders)) {
    const value = env[name]
    // What it is may hold a password, and is not shown.
    if (value && !form.test(value)) return `Unexpected ${name}, expected ${expected}`
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
