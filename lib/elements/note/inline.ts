import type { FootnoteDefinition, FootnoteReference, Root } from "mdast"
import type { BodyContext } from "../../mdx/body-element"
import { takeSpan } from "../../mdx/spans"
import type { BodyVisitors } from "../../mdx/walk"

const signs = { open: /\^\[/, close: /\]/, nested: "[" }

/** Makes notes of `^[their text]` in a line, as Pandoc has them: the text goes to the end of the body. */
export function readInlineNotes({ text }: BodyContext): BodyVisitors {
  let count = 0
  return {
    nodes: {
      text(node, ancestors, index) {
        const parent = ancestors.at(-1)
        const [root] = ancestors as readonly Root[]
        if (!parent || !root || !node.value.includes("^[")) return
        const span = takeSpan(node, parent, index, text, signs)
        if (!span) return
        const identifier = `inline-${++count}`
        const { position } = node
        const reference: FootnoteReference = {
          type: "footnoteReference",
          identifier,
          label: identifier,
          position,
        }
        const definition: FootnoteDefinition = {
          type: "footnoteDefinition",
          identifier,
          label: identifier,
          position,
          children: [{ type: "paragraph", children: span.inner, position }],
        }
        root.children.push(definition)
        return [...span.before, reference, ...span.after]
      },
    },
  }
}
