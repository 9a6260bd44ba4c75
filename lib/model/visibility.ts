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

/** Why production does not show a document: it is a draft, or its day is still to come. */
export type Absence = "draft" | "scheduled"

type Dated = { draft: boolean; date: Day }

export function absenceOf({ draft, date }: Dated, day: Day): Absence | undefined {
  if (draft) return "draft"
  return date > day ? "scheduled" : undefined
}

/**
 * Whether a build shows a document. Production shows neither drafts nor posts of a day to come;
 * preview and development show everything.
 */
export function isVisible(
  document: Dated,
  { environment, day }: { environment: SiteEnvironment; day: Day },
): boolean {
  return environment !== "production" || absenceOf(document, day) === undefined
}

/** The next day on which production shows more of the documents than on this one. */
export const findNextDay = (documents: readonly Dated[], day: Day): Day | undefined =>
  documents
    .filter((document) => absenceOf(document, day) === "scheduled")
    .map(({ date }) => date)
    .sort()[0]
