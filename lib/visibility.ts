import type { Day } from "./dates"

/** What a build is for. */
export type SiteEnvironment = "production" | "preview" | "development"

const environments: ReadonlySet<string> = new Set(["production", "preview", "development"])

/**
 * The environment, from `SITE_ENV`, else from Vercel's `VERCEL_ENV`, else production: whoever forgets
 * to say what a build is for must not publish drafts.
 *
 * @throws Error if the variable holds another word
 */
export function siteEnvironment(env: NodeJS.ProcessEnv = process.env): SiteEnvironment {
  const name = env["SITE_ENV"] ? "SITE_ENV" : "VERCEL_ENV"
  const value = env[name] || "production"
  if (isEnvironment(value)) return value
  throw new Error(`Unexpected ${name}=${value}, expected production, preview or development`)
}

const isEnvironment = (value: string): value is SiteEnvironment => environments.has(value)

/**
 * Whether a build shows a document. Production shows neither drafts nor posts of a day to come;
 * preview and development show everything.
 */
export function isVisible(
  { draft, date }: { draft: boolean; date: Day },
  { environment, day }: { environment: SiteEnvironment; day: Day },
): boolean {
  return environment !== "production" || (!draft && date <= day)
}
