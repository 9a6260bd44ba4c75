import type { Parents, PhrasingContent, Text } from "mdast"

/** Signs around phrases that Markdown itself has no mark for. */
export type SpanSigns = {
  /** Where they begin: its match is left out. */
  open: RegExp
  close: RegExp
  /** A sign that opens another such span within this one. */
  nested?: string
}

export type Span = {
  before: PhrasingContent[]
  inner: PhrasingContent[]
  after: PhrasingContent[]
}

/**
 * Takes the first span that begins in a text out of the phrases of its parent: later phrases that it
 * reaches over are removed there.
 *
 * @param source of the body, in which a backslash before the signs says that they are meant themselves
 */
export function takeSpan(
  node: Text,
  parent: Parents,
  index: number,
  source: string,
  { open, close, nested }: SpanSigns,
): Span | undefined {
  const found = open.exec(node.value)
  if (!found || isEscaped(node, source, found[0])) return undefined
  const children = parent.children as PhrasingContent[]
  const start = found.index + found[0].length
  let depth = 0
  for (let at = index; at < children.length; at++) {
    const child = children[at]
    if (child?.type !== "text") continue
    let from = at === index ? start : 0
    for (;;) {
      const end = close.exec(child.value.slice(from))
      if (!end) break
      const to = from + end.index
      if (nested !== undefined) depth += child.value.slice(from, to).split(nested).length - 1
      if (depth > 0) {
        depth--
        from = to + end[0].length
        continue
      }
      const isSame = at === index
      const inner = isSame
        ? [part(node, start, to)]
        : [part(node, start), ...children.slice(index + 1, at), part(child, 0, to)]
      children.splice(index + 1, at - index)
      return {
        before: [part(node, 0, found.index)].filter(isSome),
        inner: inner.filter(isSome),
        after: [part(child, to + end[0].length)].filter(isSome),
      }
    }
    if (nested !== undefined) depth += child.value.slice(from).split(nested).length - 1
  }
  return undefined
}

const isEscaped = ({ position }: Text, source: string, signs: string) =>
  source.slice(position?.start.offset, position?.end.offset).includes(`\\${signs}`)

const isSome = (node: PhrasingContent) => node.type !== "text" || node.value !== ""

/** A part of a text, in its place where that can be told. */
function part(node: Text, from: number, to = node.value.length): Text {
  const value = node.value.slice(from, to)
  const { start, end } = node.position ?? {}
  const isPlain =
    start?.offset !== undefined &&
    end?.offset !== undefined &&
    end.offset - start.offset === node.value.length &&
    !node.value.includes("\n")
  if (!isPlain) return { type: "text", value, position: node.position }
  const at = (offset: number) => ({
    line: start.line,
    column: start.column + offset,
    offset: (start.offset ?? 0) + offset,
  })
  return { type: "text", value, position: { start: at(from), end: at(to) } }
}
