import type { Written } from "./field"
import type { siteSchema } from "./schema"
import { siteAddress } from "./site-address"
import type { SiteEnvironment } from "./visibility"

/** Who publishes, and where: `content/site.yaml`. */
export type Site = Written<typeof siteSchema> & {
  /** Public address, without a trailing slash; `SITE_URL` overrides what the file says. */
  url: string
  /** The public address of the published site, which a preview is a copy of. */
  canonicalUrl: string
  environment: SiteEnvironment
}

/** What a site is called that has no content yet. */
export const unnamedSite: Site = {
  name: "Partwise",
  description: "",
  url: "http://localhost",
  canonicalUrl: "http://localhost",
  environment: "development",
  language: "en",
  author: { name: "", links: [] },
  branch: "main",
  authors: [],
  navigation: [],
  frameHosts: [],
  deniedHosts: [],
  disabledRules: [],
}

/**
 * The public address of the site.
 *
 * @param written what `content/site.yaml` says
 * @param override what stands in its place, unless it is empty
 * @throws Error if the override is no {@link siteAddress}
 */
export function siteUrl(written: string, override = process.env["SITE_URL"]): string {
  const value = override || written
  if (!siteAddress.form.test(value) || !siteAddress.test(value)) {
    throw new Error(`Unexpected SITE_URL=${value}, expected ${siteAddress.name}`)
  }
  return value.replace(/\/+$/, "")
}

/** Where GitHub lets a reader edit a file of the site, and where it shows what became of it. */
export function repositoryLinksOf(
  { repository, branch }: Pick<Site, "repository" | "branch">,
  file: string,
): { edit: string; history: string } | undefined {
  if (repository === undefined) return undefined
  const path = `${encodeURI(branch)}/${file.split("/").map(encodeURIComponent).join("/")}`
  return { edit: `${repository}/edit/${path}`, history: `${repository}/commits/${path}` }
}

/** From whom readers get mail; undefined where they get none. */
export const senderOf = ({ readers, author }: Pick<Site, "readers" | "author">) =>
  readers && (readers.sender ?? author.email)
