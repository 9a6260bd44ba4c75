import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Node,
} from "yaml"
import type { Places } from "../model/documents"
import { contentError, type Place } from "../model/problem"
import { yamlFault } from "./yaml-fault"

/** YAML that was read, with the place of each of its values. */
export type Yaml = {
  file: string
  text: string
  root: Node | null
  /** Where each value stands, by its path. */
  places: Places
  placeOfNode: (node: unknown) => Place
  /** Of an offset into the text. */
  placeAt: (offset: number) => Place
}

/**
 * Reads YAML.
 *
 * @param firstLine number of lines that stand above it in the file
 * @throws ContentError at the first place where it is not YAML
 */
export function parseYaml(file: string, text: string, firstLine = 0): Yaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1) + firstLine, column: Math.max(col, 1) }
  }

  const [error] = [...document.errors, ...document.warnings]
  if (error) {
    const { offset, reason } = yamlFault(error, document, text)
    throw contentError(file, placeAt(offset), reason, "yaml")
  }
  const placeOfNode = (node: unknown) => placeAt(isNode(node) && node.range ? node.range[0] : 0)
  // References and comments swallow words of who forgot the quotes.
  visit(document, {
    Scalar(_key, { value, type, range }) {
      if (type !== "PLAIN" || typeof value === "number" || typeof value === "boolean") return
      const end = range?.[1] ?? 0
      const [before, remark] = /^[ \t]+(?=(#\S+))/.exec(text.slice(end)) ?? []
      if (before === undefined) return
      const reason = `Unexpected ${remark}, which begins a comment, expected the whole value in quotes, or a space behind #`
      throw contentError(file, placeAt(end + before.length), reason, "yaml")
    },
  })
  visit(document, {
    Node(_key, node) {
      const name = isAlias(node) ? `*${node.source}` : node.anchor && `&${node.anchor}`
      if (!name) return
      const reason = `Unexpected ${name}, expected text that begins with ${name.charAt(0)} in quotes`
      const offset = text.lastIndexOf(name, node.range?.[0]) // an anchor stands before its node
      throw contentError(file, placeAt(offset), reason, "yaml")
    },
  })
  return {
    file,
    text,
    root: document.contents,
    placeOfNode,
    places: placesIn(document.contents, placeOfNode),
    placeAt,
  }
}

function placesIn(root: Node | null, placeOf: (node: unknown) => Place): Places {
  const places: Record<string, Place> = { "": placeOf(null) }
  const add = (node: unknown, path: string) => {
    const inner = (step: string) => (path === "" ? step : `${path}.${step}`)
    if (path !== "") places[path] = placeOf(node)
    if (isSeq(node)) node.items.forEach((item, index) => add(item, inner(String(index))))
    if (!isMap(node)) return
    for (const { key, value } of node.items) {
      if (isScalar(key)) add(value, inner(String(key.value)))
    }
  }
  add(root, "")
  return places
}
