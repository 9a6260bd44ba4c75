import type { Blockquote, Paragraph, PhrasingContent } from "mdast"
import type { BodyElement } from "../../mdx/body-element"

/** How the line begins that says where a quotation is from. */
const sourceDash = /^(?:—|---?) /

/**
 * Quotations. One whose last line begins with a dash stands in a figure, with that line as its caption:
 * the source is not part of what is quoted.
 */
export const quote = {
  read() {
    const done = new Set<Blockquote>()
    return {
      nodes: {
        blockquote(quote) {
          if (quote.data?.hName || done.has(quote)) return
          const source = takeSource(quote)
          if (!source) return
          done.add(quote)
          const figure: Blockquote = {
            type: "blockquote",
            data: { hName: "figure", hProperties: { className: ["quote"] } },
            children: [quote, { ...source, data: { hName: "figcaption" } }],
          }
          return [figure]
        },
      },
    }
  },
} satisfies BodyElement

/** Removes the source from a quotation: a last paragraph, or the last line of one. */
function takeSource({ children }: Blockquote): Paragraph | undefined {
  const last = children.at(-1)
  if (last?.type !== "paragraph") return undefined
  const [start] = last.children
  if (children.length > 1 && start?.type === "text" && sourceDash.test(start.value)) {
    children.pop()
    return last
  }

  // After the last text that holds the end of a line, a line goes on to the end of the paragraph.
  const at = last.children.findLastIndex((node) => node.type === "break" || /\n/.test(textOf(node)))
  const node = last.children[at]
  if (!node) return undefined
  const text = textOf(node)
  const end = text.lastIndexOf("\n")
  const after = last.children.slice(at + 1)
  const line: PhrasingContent[] =
    node.type === "text" ? [{ ...node, value: text.slice(end + 1) }, ...after] : after
  if (!sourceDash.test(textOf(line[0]))) return undefined

  last.children.splice(at)
  if (node.type === "text") last.children.push({ ...node, value: text.slice(0, end) })
  return { type: "paragraph", children: line }
}

const textOf = (node: PhrasingContent | undefined) => (node?.type === "text" ? node.value : "")
