import { prefixAddresses } from "./base"
import { isUnusedFont } from "./early-fonts"
import { isOfFramework } from "./framework"
import { createTag, formatHtml, isTag, parseHtml, type Tag, type Token } from "./html"
import { readyTag } from "../model/ready-html"
import { needsOf } from "./needs"
import { metaPolicyOf, policyOf, type PolicyNeeds } from "./policy"
import { UnexpectedPage } from "./unexpected-page"

/** A page as a reader gets it. */
export type Page = {
  html: string
  needs: PolicyNeeds
  /** Addresses of the scripts and of the style sheets that it loads. */
  scripts: readonly string[]
  styles: readonly string[]
}

/** Links of this site are fetched when a reader is about to follow them. */
const speculation = (base: string) =>
  JSON.stringify({
    prefetch: [{ where: { href_matches: `${base}/*` }, eagerness: "moderate" }],
  })

/**
 * Makes the HTML of Next.js into a finished page: what only React's scripts read goes, and bodies come
 * to their places.
 *
 * @param base path below which the site is served, "" or "/blog"
 * @param readBody the HTML that a {@link readyTag} stands for, by its name
 * @throws UnexpectedPage if there is anything that it does not recognise
 */
export function deliverPage(
  source: string,
  base: string,
  readBody: (name: string) => string,
): Page {
  let isInHead = true
  const visit = (tag: Tag): readonly Token[] => {
    const { name, attributes } = tag
    if (name === "body") isInHead = false
    if (isOfFramework(tag, base, isInHead) || attributes.has("data-run")) return []
    if (name === readyTag) return parseHtml(readBody(attributes.get("name") ?? ""), visit)
    attributes.delete("data-precedence")
    prefixAddresses(tag, base)
    return [tag]
  }
  const parsed = parseHtml(source.replaceAll(emptyBoundary, ""), visit)
  const tokens = parsed.filter((token) => !isAlternate(token))
  const head = tokens.findIndex((token) => isTag(token) && token.name === "head")
  const charset = tokens[head + 1]
  const hasCharset = head >= 0 && isTag(charset) && charset.attributes.has("charset")
  if (!hasCharset || !tokens.some((token) => isTag(token) && token.name === "body")) {
    throw new UnexpectedPage(
      "Unexpected HTML, expected a body, and a head that begins with charset",
    )
  }

  const rules = createTag("script", { type: "speculationrules" }, speculation(base))
  tokens.splice(tokens.indexOf("</head>"), 0, ...parsed.filter(isAlternate), rules)
  const tags = tokens.filter(isTag)
  const needs = needsOf(tags)
  const policy = metaPolicyOf(policyOf(needs))
  // It holds for all that follows; only the charset is before it.
  tokens.splice(
    head + 2,
    0,
    createTag("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
  )
  const isUnused = isUnusedFont(tags)
  return {
    html: formatHtml(tokens.filter((token) => !isUnused(token))),
    needs,
    scripts: tags
      .filter(({ name }) => name === "script")
      .flatMap(({ attributes }) => attributes.get("src") ?? []),
    styles: tags
      .filter(({ attributes }) => attributes.get("rel") === "stylesheet")
      .flatMap(({ attributes }) => attributes.get("href") ?? []),
  }
}

/** Where React would put metadata that comes late. */
const emptyBoundary = /<div hidden="">(?:<!--\/?\$-->)+<\/div>/g

/** The link to a feed: React writes it before or after the metadata, whichever is ready first. */
const isAlternate = (token: Token): token is Tag =>
  isTag(token) && token.name === "link" && token.attributes.get("rel") === "alternate"
