import { decodeHTML, decodeHTMLAttribute, escapeAttribute, escapeText } from "entities"
import type { Tag } from "./html"
import { UnexpectedPage } from "./unexpected-page"

/**
 * Writes HTML that is ready as a parser would write it that has read it, without a tree of it.
 *
 * @param html as `lib/source/compile.ts` makes it: well-formed, its attributes in double quotes
 * @param visit sees each start tag, and may change its attributes
 * @throws UnexpectedPage if there is anything else, or an element whose text is not HTML
 */
export function rewriteHtml(html: string, visit: (tag: Tag) => void): string {
  let written = ""
  let end = 0
  for (const [token, text, close, tagName = "", attributes = ""] of html.matchAll(tokens)) {
    if (rawText.test(tagName)) break
    end += token.length
    if (text !== undefined) written += escapeText(decodeHTML(text))
    else if (close !== undefined) written += token
    else {
      const tag: Tag = { tagName, attrs: attributesIn(attributes) }
      visit(tag)
      written += `<${tagName}${tag.attrs.map(formatAttribute).join("")}>`
    }
  }
  if (end === html.length) return written
  const shown = html.slice(end, end + 80)
  throw new UnexpectedPage(`Unexpected ${shown} in a body, expected well-formed HTML`)
}

/** Text, an end tag, or a start tag: each where the last one ends. */
const tokens =
  /([^<]+)|<(?:(\/[a-z][\w-]*)|([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*)>/giy

const attribute = /([^\s"=]+)(?:="([^"]*)")?/g

/** Elements whose text a parser takes as it is. */
const rawText = /^(?:iframe|no\w+|plaintext|script|style|template|textarea|title|xmp)$/i

const attributesIn = (text: string): Tag["attrs"] =>
  Array.from(text.matchAll(attribute), ([, name = "", value = ""]) => ({
    name,
    value: decodeHTMLAttribute(value),
  }))

const formatAttribute = ({ name, value }: Tag["attrs"][number]) =>
  ` ${name}="${escapeAttribute(value)}"`
