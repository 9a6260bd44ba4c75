import { lookup } from "mrmime"
import type { FeedFormat } from "./addresses"

/**
 * Files that a browser opens as a document of the site, or runs as a script of it: what is in them would
 * have the site's rights.
 */
export const activeFile = /\.(?:html?|xht(?:ml)?|mht(?:ml)?|xml|xslt?|svgz|[cm]?jsx?|swf|hta)$/i

/** Programs, which a browser shows as the text that they are. */
const programs =
  /\.(?:c|cc|cpp|cs|go|h|hpp|hs|java|jl|kt|lua|ml|php|pl|py|r|rb|rs|scala|sh|sql|swift|tex|bib|toml|tsx?|ya?ml)$/i

/**
 * The media types of feeds, by their formats. As XML of any kind, a browser shows them by their styles;
 * as what they are, Chromium shows their source.
 */
export const feedTypes = {
  atom: "application/xml; charset=utf-8",
  rss: "application/xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
} as const satisfies Record<FeedFormat, string>

/** The media type of a file, by its name. */
export function typeOf(name: string): string {
  if (programs.test(name)) return withCharset("text/plain")
  if (/\.ipynb$/i.test(name)) return withCharset("application/x-ipynb+json")
  return withCharset(lookup(name) ?? "application/octet-stream")
}

/** A media type that says how text is encoded. */
export const withCharset = (type: string) =>
  /^text\/|javascript|json/.test(type) && !/charset/i.test(type) ? `${type}; charset=utf-8` : type
