import { isMap, isNode, isScalar, parseDocument, stringify } from "yaml"

/** The sentence that a new draft has for its description until its author writes one. */
export const placeholder = "One sentence about it, for lists and feeds."

/**
 * A post's text with one field of its front matter changed, or taken away if there is no value. All
 * else stays to the letter: order, quotes, comments.
 *
 * @param path of its file, for the error
 * @throws Error if there is no front matter that can be read
 */
export function withField(text: string, path: string, name: string, value: unknown): string {
  const [opening, yaml] = /^\uFEFF?---[^\n]*\n([^]*?)(?=^---[ \t]*\r?$)/m.exec(text) ?? []
  const document = parseDocument(yaml ?? "")
  if (opening === undefined || yaml === undefined || document.errors.length > 0) {
    throw new Error(`${path}:1:1: Unexpected front matter, expected it to pass the check`)
  }
  const end = opening.length
  const start = end - yaml.length
  const replaced = (from: number, to: number, by: string) =>
    text.slice(0, start + from) + by + text.slice(start + to)
  const written = () =>
    `${name}: ${stringify(value, { lineWidth: 0, collectionStyle: "flow", flowCollectionPadding: false }).trim()}`

  const items = isMap(document.contents) ? document.contents.items : []
  const pair = items.find(({ key }) => isScalar(key) && key.value === name)
  if (!pair)
    return value === undefined ? text : replaced(yaml.length, yaml.length, `${written()}\n`)

  const [from = 0, keyEnd = 0] = (isNode(pair.key) && pair.key.range) || []
  const valueEnd = (isNode(pair.value) && pair.value.range?.[1]) || keyEnd
  const to = from + yaml.slice(from, valueEnd).trimEnd().length
  if (value !== undefined) return replaced(from, to, written())
  const lineEnd = yaml.indexOf("\n", to)
  return replaced(from, lineEnd < 0 ? yaml.length : lineEnd + 1, "")
}
