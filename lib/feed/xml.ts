import type { Element, Root } from "xast"
import { toXml } from "xast-util-to-xml"
import { x } from "xastscript"
import { feedStyles, followAddress } from "../model/addresses"
import { baseOf } from "../model/delivery-settings"
import type { Site } from "../model/site"
import { wordsOf } from "../model/words/words"

/**
 * A feed as a file. Browsers that show it take its styles, which leave what is for programs out.
 */
export function xmlDocument(feed: Root | Element, { url }: Pick<Site, "url">): string {
  const instruction = (name: string, value: string) => ({
    type: "instruction" as const,
    name,
    value,
  })
  const declaration = instruction("xml", `version="1.0" encoding="utf-8"`)
  const styles = instruction("xml-stylesheet", `type="text/css" href="${baseOf(url)}${feedStyles}"`)
  const document = x(null, [declaration, "\n", styles, "\n", feed, "\n"])
  return wellFormed(toXml(document, { closeEmptyElements: true }))
}

/** What a feed says to who opens it in a browser; programs pass it over. */
export function explanation({ url, language }: Pick<Site, "url" | "language">) {
  const { feedExplained, howToFollow } = wordsOf(language)
  return x("div", { xmlns: "http://www.w3.org/1999/xhtml" }, [
    x("p", feedExplained),
    x("p", [x("a", { href: url + followAddress }, howToFollow)]),
  ])
}

/**
 * XML has no place for two characters, nor for the end of a CDATA section outside of one; xast leaves
 * them as they are.
 */
const wellFormed = (xml: string) =>
  xml.replaceAll("]]>", "]]&gt;").replaceAll(/[\uFFFE\uFFFF]/g, "\uFFFD")
