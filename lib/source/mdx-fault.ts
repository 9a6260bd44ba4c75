import type { MdxFault } from "./parse"
import type { Place } from "../model/problem"
import { isKnown, markFor, nearKnown } from "./tag-check"

/** What is wrong with a body, in an author's words, and the place in it at which to look. */
type Fault = { place: Place; reason: string }

/**
 * Translates what the MDX parser says, and leads to where the tag or the expression begins: the
 * parser itself stops where it loses hope, which can be the end of the file.
 *
 * @param bodyLine how many lines stand above the body, for lines that the reason names
 */
export function mdxFault(error: MdxFault, body: string, bodyLine: number): Fault {
  const own: Place = { line: error.line ?? 1, column: error.column ?? 1 }
  const opening: Place = error.opening ?? own
  const text = body.slice(error.opening?.offset ?? 0)
  const at = (place: Place, reason: string): Fault => ({ place, reason: `Unexpected ${reason}` })

  switch (error.source) {
    case "micromark-extension-mdxjs-esm": {
      const word = /^\w*/.exec(text)?.[0]
      return at(
        opening,
        `${word} at the start of a line, expected another word: MDX takes it for code`,
      )
    }
    case "micromark-extension-mdx-expression":
      if (error.ruleId === "unexpected-eof" || error.ruleId === "unexpected-lazy") {
        return at(opening, `{ without } in the same block, expected both, ${orSign("{")}`)
      }
      if (
        /\$[^$\n]*\\\w+$/.test(body.slice(0, error.opening?.offset)) &&
        /^\{[^}\n]*\$/.test(text)
      ) {
        return at(
          opening,
          "$ between the braces of a formula, which ends there, expected it without, as in $\\text{if } x > 0$",
        )
      }
      return at(
        opening,
        text.startsWith("<")
          ? `code in a tag, expected name="value" or a plain value in braces`
          : `code in braces, expected a plain value, ${orSign("{")}`,
      )
    case "micromark-extension-mdx-jsx":
      return tagFault(error.reason, text, own, opening)
    case "mdast-util-mdx-jsx":
      return pairFault(error.reason, own, bodyLine)
    default:
      return at(own, `MDX, expected what MDX allows: ${error.reason}`)
  }
}

const orSign = (sign: string) => `or \\${sign} for the sign itself`

/** A tag that is not written as tags are. */
function tagFault(reason: string, text: string, own: Place, opening: Place): Fault {
  const at = (place: Place, reason: string): Fault => ({ place, reason: `Unexpected ${reason}` })
  const [, sign, where = ""] =
    /^Unexpected (?:end of file|character `(.*?)` \(U\+[^)]*\).*?) ((?:before|in|after) .*?), expected/.exec(
      reason,
    ) ?? []

  if (text.startsWith("<!--")) return at(opening, "<!--, expected {/* … */} for a comment")
  if (/^<(?:[a-z][\w+.-]*:\/\/|[^\s<>]+@)/i.test(text)) {
    return at(opening, `< before an address, expected [text](address) for a link`)
  }
  if (where === "before name") {
    const what = sign === undefined ? "at the end" : `before ${sign}`
    return at(opening, `< ${what}, expected a tag, ${orSign("<")}`)
  }
  const [, name = ""] = /^<([\w.-]+)/.exec(text) ?? []
  if (name !== "" && !isKnown({ name }) && nearKnown(name) === "") {
    return at(opening, `<${name}, expected a tag, ${orSign("<")}`)
  }
  if (where === "before attribute value" && sign !== undefined && /[“”„‘’«»]/.test(sign)) {
    return at(own, `${sign} after =, expected a straight quote: " before the value and behind it`)
  }
  if (where === "before attribute value") {
    return at(own, `${sign ?? "end"} after =, expected a value in quotes`)
  }
  if (where === "in attribute value") {
    return at(opening, "quote without another in a tag, expected one at the end of the value too")
  }
  const what =
    sign ?? (reason.includes("lazy") ? "end of the quotation or list" : "end of the text")
  return at(opening, `${what} in a tag, expected its attributes and then >, ${orSign("<")}`)
}

const words: Readonly<Record<string, string>> = {
  blockquote: "quotation",
  delete: "strikethrough",
  listItem: "list item",
  tableCell: "table cell",
}

/** What is wrong with a tag that has no closing one in HTML. */
function aloneFault(name: string): string | undefined {
  if (/^w?br$/.test(name)) return `<${name}> without </${name}>, expected <${name} />`
  return /^(?:hr|img)$/.test(name) ? `tag <${name}>, expected ${markFor(name)}` : undefined
}

/** Tags that do not come in pairs. */
function pairFault(reason: string, own: Place, bodyLine: number): Fault {
  const at = (place: Place, reason: string): Fault => ({ place, reason: `Unexpected ${reason}` })
  const wordFor = (type = "") => words[type] ?? type

  const open =
    /^Expected a closing tag for `<(.*?)>` \((\d+):(\d+).*?(?:the end of `(\w+)`)?$/.exec(reason)
  if (open) {
    const [, name = "", line, column, parent] = open
    const where = parent === undefined ? "both" : `both in one ${wordFor(parent)}`
    const expected = isKnown({ name }) ? where : `${where}, ${orSign("<")}`
    const reason = `<${name}> without </${name}>, expected ${expected}`
    return at({ line: Number(line), column: Number(column) }, aloneFault(name) ?? reason)
  }
  const other = /^Unexpected closing tag `(.*?)`, .* for `<(.*?)>` \((\d+):(\d+)/.exec(reason)
  if (other) {
    const [, found, name = "", line, column] = other
    const alone = aloneFault(name)
    if (alone !== undefined) return at({ line: Number(line), column: Number(column) }, alone)
    return at(
      own,
      `${found}, expected </${name}> for the <${name}> of line ${Number(line) + bodyLine}`,
    )
  }
  const outside = /^Expected the closing tag `(.*?)` either after the end of `(\w+)`/.exec(reason)
  if (outside) {
    const [, found, parent] = outside
    return at(own, `${found}, expected it after the ${wordFor(parent)}, which began inside the tag`)
  }
  if (reason.includes("expected an open tag first")) {
    const place = { line: own.line, column: Math.max(1, own.column - 1) }
    return at(place, "closing tag, expected its opening tag before it")
  }
  return at(own, "sign in a closing tag, expected its name and then >")
}
