import { isTag } from "../../mdx/tag"
import type { BodyElement } from "../../mdx/body-element"

/** What is closed until a reader opens it. */
export const disclosure = {
  tags: {
    details: { attributes: { open: { type: "boolean" } }, block: true },
    summary: { block: true },
  },
  read: ({ report }) => ({
    tags: {
      details: {
        leave(node) {
          const first = node.children.find(
            (child) => child.type !== "text" || child.value.trim() !== "",
          )
          // One that goes on as text is in a paragraph, which is refused as that.
          const start = first?.type === "paragraph" ? first.children[0] : first
          if (isTag(start, "summary")) return
          // A browser would write "Details" instead.
          const reason =
            "Unexpected <details> without <summary>, expected <summary>…</summary> first in it"
          report(node, reason, "tag-place")
        },
      },
    },
  }),
} satisfies BodyElement
