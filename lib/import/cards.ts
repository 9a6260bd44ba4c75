import type { Element, Root } from "hast"
import type { Handle, State } from "hast-util-to-mdast"
import { toString as htmlText } from "hast-util-to-string"
import type { BlockContent, Nodes, Paragraph } from "mdast"
import { findAll, raw } from "./html-tree"
import { imageOf } from "./tags"

/** What a class of Ghost or Substack stands for. */
type Card = (state: State, node: Element) => Nodes | Nodes[]

const cards: readonly [RegExp, Card][] = [
  // What asks for a subscription.
  [/^(?:subscription-widget|captioned-button-wrap|button-wrapper)/, () => []],
  [
    /^footnote-anchor$/,
    (_state, node) => ({ type: "footnoteReference", identifier: noteOf(node) }),
  ],
  [
    /^footnote$/,
    (state, node) => ({
      type: "footnoteDefinition",
      identifier: noteOf(findAll(node, "a")[0] ?? node),
      children: flow(state, findByClass(node, "footnote-content") ?? node),
    }),
  ],
  [
    /^kg-callout-card$/,
    (state, node) => {
      const head: Paragraph = { type: "paragraph", children: [raw("[!NOTE]")] }
      const text = findByClass(node, "kg-callout-text") ?? node
      return { type: "blockquote", children: [head, ...flow(state, text)] }
    },
  ],
  [
    /^kg-toggle-card$/,
    (state, node) => [
      raw("<details>"),
      raw(`<summary>${textOf(findByClass(node, "kg-toggle-heading-text"))}</summary>`),
      ...flow(state, findByClass(node, "kg-toggle-content") ?? node),
      raw("</details>"),
    ],
  ],
  [
    /^kg-bookmark-card$/,
    (_state, node) => {
      const url = addressIn(findAll(node, "a")[0], "href")
      const about = textOf(findByClass(node, "kg-bookmark-description"))
      const title = textOf(findByClass(node, "kg-bookmark-title")) || url
      return {
        type: "paragraph",
        children: [
          { type: "link", url, children: [{ type: "text", value: title }] },
          ...(about === "" ? [] : [{ type: "text" as const, value: `: ${about}` }]),
        ],
      }
    },
  ],
  [
    /^kg-video-card$/,
    (_state, node) => raw(imageOf({ src: addressIn(findAll(node, "video")[0], "src") })),
  ],
]

/** A handler that looks for cards first. */
export const orCard =
  (handle: Handle): Handle =>
  (state, node: Element, parent) => {
    const names = [node.properties["className"] ?? []].flat().map(String)
    const [, card] = cards.find(([form]) => names.some((name) => form.test(name))) ?? []
    return card ? card(state, node) : handle(state, node, parent)
  }

const addressIn = (node: Element | undefined, name: string) => {
  const value = node?.properties[name]
  return typeof value === "string" ? value : ""
}

const flow = (state: State, node: Element) => state.toFlow(state.all(node)) as BlockContent[]
const textOf = (node: Element | undefined) =>
  node ? htmlText(node).replaceAll(/\s+/g, " ").trim() : ""

/** `footnote-1` and `footnote-anchor-1` are of the note 1. */
const noteOf = ({ properties }: Element) => /\d+$/.exec(String(properties["id"]))?.[0] ?? "1"

/** The first element below a node that has a class. */
export function findByClass(node: Element | Root, name: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue
    const { className } = child.properties
    if (Array.isArray(className) && className.includes(name)) return child
    const found = findByClass(child, name)
    if (found) return found
  }
  return undefined
}
