import { createHash } from "node:crypto"
import type { Tag } from "./html"
import type { PolicyNeeds } from "./policy"
import { UnexpectedPage } from "./unexpected-page"

/**
 * What a page's policy has to allow.
 *
 * @throws UnexpectedPage if there is something that no policy of this site can
 */
export function needsOf(tags: readonly Tag[]): PolicyNeeds {
  const scriptHashes = new Set<string>()
  const imageOrigins = new Set<string>()
  const frameOrigins = new Set<string>()
  let forms = false
  let styleAttributes = false
  for (const tag of tags) {
    if (tag.name === "style") {
      throw new UnexpectedPage(
        "Unexpected style element, expected a stylesheet: no policy allows it",
      )
    }
    if (tag.text !== undefined && !tag.attributes.has("src") && isExecuted(tag)) {
      const hash = createHash("sha256").update(tag.text).digest("base64")
      scriptHashes.add(`'sha256-${hash}'`)
    }
    for (const address of picturesOf(tag)) imageOrigins.add(originOf(address))
    const frame = tag.attributes.get("data-frame")
    if (frame !== undefined) frameOrigins.add(originOf(frame))
    forms ||= tag.name === "form" && tag.attributes.get("method") === "post"
    styleAttributes ||= tag.attributes.has("style")
  }
  return {
    scriptHashes: [...scriptHashes],
    imageOrigins: [...imageOrigins],
    frameOrigins: [...frameOrigins],
    forms,
    styleAttributes,
  }
}

/** Addresses of an element's pictures from elsewhere. */
function picturesOf({ name, attributes }: Tag): readonly string[] {
  const sources = attributes.get("srcset")?.split(/,\s+|(?<=\d[wxh]),/) ?? []
  const src = name === "img" ? attributes.get("src") : undefined
  return [src, attributes.get("poster"), ...sources]
    .map((source) => source?.trim().split(/\s/)[0] ?? "")
    .filter((address) => /^(?:https?:)?\/\//i.test(address))
}

/** Only what can be said in a policy: a host may have a semicolon in it. */
function originOf(address: string): string {
  const url = URL.canParse(address, "https://localhost")
    ? new URL(address, "https://localhost")
    : undefined
  if (url && /^[\w.:[\]-]+$/.test(url.host)) return url.origin
  throw new UnexpectedPage(`Unexpected picture ${address}, expected an address with a plain host`)
}

/** Data in a script element is not subject to the policy; speculation rules are. */
const isExecuted = ({ attributes }: Tag) => !attributes.get("type")?.endsWith("json")
