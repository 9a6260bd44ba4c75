import type { Element, ElementData, Parents } from "hast"
import type { Code } from "mdast"
import type { BodyElement } from "../../mdx/body-element"
import { checkCode } from "./check"
import { createFigures } from "./html"
import { wordsOf } from "../../model/words/words"

declare module "hast" {
  interface ElementData {
    /** The block of code that a figure is to be made of. */
    code?: Code
  }
}

/** Blocks of code. */
export const code = {
  read(body) {
    let lines: readonly string[] | undefined
    return {
      nodes: {
        code(node, ancestors, index) {
          lines ??= body.text.split("\n")
          checkCode(node, lines, ancestors.at(-1)?.children[index + 1], body)
        },
      },
    }
  },
  handlers: {
    code: (_state, code: Code): Element => ({
      type: "element",
      tagName: "pre",
      properties: {},
      data: { code } as ElementData,
      children: [],
    }),
  },
  write({ language }) {
    const figureOf = createFigures(wordsOf(language))
    return {
      tags: {
        pre({ data }, ancestors, index) {
          if (!data?.code) return "skip" // it is finished
          return [figureOf({ node: data.code, list: findListBelow(ancestors, index) })]
        },
      },
    }
  },
} satisfies BodyElement

/** The ordered list right below a block. */
function findListBelow(ancestors: readonly Parents[], index: number): Element | undefined {
  const next = ancestors
    .at(-1)
    ?.children.slice(index + 1)
    .find((node) => node.type !== "text" || node.value.trim() !== "")
  return next?.type === "element" && next.tagName === "ol" ? next : undefined
}
