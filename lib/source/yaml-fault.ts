import { isCollection, isScalar, visit, type Document, type Node, type YAMLParseError } from "yaml"

/** What is wrong with YAML, in an author's words, and the offset at which an author would look. */
type Fault = { offset: number; reason: string }

const quoted = "expected the whole value in quotes"
const straight = `expected straight quotes, ", around the whole value`
const pair = "expected a field and its value, such as title: text"
const wrongIndentation = "indentation, expected the fields of one object in one column"

/** Translates what the YAML parser says. It speaks of scalars, flow collections and implicit keys. */
export function yamlFault(error: YAMLParseError, document: Document, text: string): Fault {
  const [offset] = error.pos
  const rest = text.slice(offset)
  const at = (reason: string, place = offset): Fault => ({
    offset: place,
    reason: `Unexpected ${reason}`,
  })

  switch (error.code) {
    case "DUPLICATE_KEY":
      return at(`second ${wordOf(rest)}, expected every field once`)
    case "BLOCK_AS_IMPLICIT_KEY": {
      const [line = ""] = /^.*\n\s*/.exec(rest) ?? []
      return line === "" || /:(?:\s|$)/.test(line.trim())
        ? at(`colon in ${lineOf(rest)}, ${/^[“”„‘’«]/.test(rest) ? straight : quoted}`)
        : at(wrongIndentation, offset + line.length) // a value that runs on into the next field
    }
    case "BAD_SCALAR_START":
      return at(`${rest.charAt(0)} at the start of a value, ${quoted}`)
    case "BAD_ALIAS":
      return at(`${wordOf(rest)}, expected text that begins with ${rest.charAt(0)} in quotes`)
    case "TAG_RESOLVE_FAILED":
      return at(`${wordOf(rest)}, expected text that begins with ! in quotes`)
    case "BAD_DQ_ESCAPE":
      return at(`${rest.slice(0, 2)} in double quotes, expected \\\\ for a backslash`)
    case "TAB_AS_INDENT":
      return at("tab, expected spaces")
    case "MULTIPLE_DOCS":
      return at("second document, expected one: --- and ... begin another")
    case "MULTILINE_IMPLICIT_KEY":
      return at(`${lineOf(rest)}, ${pair}`)
  }
  const { message } = error
  if (/^Unexpected (?:scalar|.*string) at node end/.test(message)) {
    return at(
      isFirstInLine(text, offset) ? wrongIndentation : `${lineOf(rest)} after a value, ${quoted}`,
    )
  }
  if (/^Unexpected (?:,|empty item)/.test(message)) {
    return at("comma, expected one comma between two items")
  }
  if (/^Missing closing|end with a [\]}]$/.test(message)) return openFault(offset, document, text)
  if (message.startsWith("Implicit map keys need")) return at(`${lineOf(rest)}, ${pair}`)
  if (/same column|indented|item without -/.test(message)) return at(wrongIndentation)
  if (message.startsWith("Missing , "))
    return at(`${lineOf(rest)}, expected a comma between two items`)
  if (message.startsWith("Unexpected block-seq-ind")) {
    return at("- beside a field, expected the list on lines of its own")
  }
  if (/^Unexpected flow-(?:map|seq)-end/.test(message)) {
    return at(`${rest.charAt(0)} at the start of a value, ${quoted}`)
  }
  const [, header] = /^Block scalar header includes extra characters: (.)/.exec(message) ?? []
  if (header) return at(`${header} at the start of a value, ${quoted}`, offset - 1)

  // What no author is likely to meet, in the parser's own words.
  const found = wordOf(rest) || rest.charAt(0).trim() || "end"
  return at(`${found}, expected YAML (${message.charAt(0).toLowerCase()}${message.slice(1)})`)
}

/** A quote or a bracket is opened and not closed. */
function openFault(offset: number, document: Document, text: string): Fault {
  const start = openNodeBefore(document, offset)?.range?.[0]
  if (start === undefined) {
    return { offset, reason: "Unexpected end, expected a closing quote or bracket before it" }
  }
  const sign = text.charAt(start)
  const closing = { "[": "]", "{": "}" }[sign]
  const reason =
    closing === undefined
      ? `Unexpected ${sign} without another, expected ${sign} at the end of the text too`
      : `Unexpected ${sign} without ${closing}, expected both`
  return { offset: start, reason }
}

/** The innermost quotation or list in brackets that begins before an offset and reaches it. */
function openNodeBefore(document: Document, offset: number): Node | undefined {
  let found: Node | undefined
  visit(document, {
    Node(_key, node) {
      const [start, , end] = node.range ?? [Infinity, 0, 0]
      const opens = isCollection(node) ? node.flow : isScalar(node) && /QUOTE/.test(node.type ?? "")
      if (opens && start < offset && end >= offset) found = node
    },
  })
  return found
}

const isFirstInLine = (text: string, offset: number) =>
  /(?:^|\n)[ \t]*$/.test(text.slice(0, offset))

const wordOf = (text: string) => /^[^\s:,]{0,40}/.exec(text)?.[0] ?? ""

/** The rest of a line, cut short. */
function lineOf(text: string): string {
  const line = /^.*/.exec(text)?.[0].trim() ?? ""
  return JSON.stringify(line.length > 40 ? `${line.slice(0, 37)}…` : line)
}
