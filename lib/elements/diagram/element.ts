import { h } from "hastscript"
import type { BodyElement } from "../../mdx/body-element"
import { readMeta } from "../code/meta"
import { cleanSvg, drawDiagram } from "./draw"

/** Diagrams in Mermaid's language, drawn when the site is built. */
export const diagram = {
  read: ({ report }) => ({
    nodes: {
      code(node) {
        if (node.lang?.toLowerCase() !== "mermaid" || !node.position) return
        const drawn = drawDiagram(node.value)
        if (!("reason" in drawn)) return
        const { line, column } = node.position.start
        report({ line: line + 1 + drawn.line, column }, drawn.reason, "diagram")
      },
    },
  }),
  write() {
    let number = 0
    return {
      tags: {
        pre({ data }) {
          const { code } = data ?? {}
          if (code?.lang?.toLowerCase() !== "mermaid") return undefined
          const drawn = drawDiagram(code.value)
          if (!("svg" in drawn)) return undefined
          const { title } = readMeta(code.meta ?? "", 1).meta
          const svg = cleanSvg(drawn.svg, `diagram-${++number}-`)
          Object.assign(svg.properties, { role: "img", ariaLabel: drawn.words })
          return [
            h(
              "figure",
              { className: ["diagram"] },
              h("div", { role: "group", ariaLabel: title ?? "Diagram", tabIndex: 0 }, svg),
              title === undefined ? null : h("figcaption", title),
            ),
          ]
        },
      },
    }
  },
} satisfies BodyElement
