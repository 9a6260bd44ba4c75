import type { Element, ElementContent } from "hast"
import { toXast } from "hast-util-to-xast"
import { h } from "hastscript"
import type { Element as XmlElement } from "xast"
import { toXml } from "xast-util-to-xml"

const start = `<?xml version="1.0" encoding="utf-8"?>\n`

/** A file of XML. */
export const xmlFile = (tree: XmlElement): string => `${start}${toXml(tree)}\n`

/**
 * A document of a book (EPUB 3.3, section 6.1).
 *
 * @param language BCP 47
 * @param type of what is in it, such as "chapter" (EPUB Structural Semantics Vocabulary)
 */
export function xhtmlFile(
  { title, language, type }: { title: string; language: string; type: string },
  content: readonly ElementContent[],
): string {
  const tree: Element = h("html", { lang: language, "xml:lang": language }, [
    h("head", [
      h("title", title),
      h("link", { rel: "stylesheet", type: "text/css", href: "style.css" }),
    ]),
    h("body", h("section", { "epub:type": type }, [...content])),
  ])
  const document = toXast(tree) as XmlElement
  document.attributes = {
    ...document.attributes,
    xmlns: "http://www.w3.org/1999/xhtml",
    "xmlns:epub": "http://www.idpf.org/2007/ops",
  }
  return `${start}<!DOCTYPE html>\n${toXml(document)}\n`
}
